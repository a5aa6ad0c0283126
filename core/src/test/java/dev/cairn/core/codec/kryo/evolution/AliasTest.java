package dev.cairn.core.codec.kryo.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.ClassAliases;
import dev.cairn.core.model.Parameter;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Inputs of classes that were renamed while a run was unfinished. */
class AliasTest {
  private static final String OLD =
      """
      class Old { Old next; Kind kind = Kind.X; Class<?> type = Old.class; List<Old> all = new ArrayList<>();
        enum Kind { X } void work() { next = new Old(); all.add(next); all.add(this); } }
      class Make { static Object it() { return new Old(); } static void work(Object it) { ((Old) it).work(); } }
      """;
  private static final String NEW = OLD.replace("Old", "New");

  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();

  private static WalkedGraph walk(Object input, ClassAliases aliases) {
    Kinds kinds = new Kinds(Access.best(), aliases);
    return new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1))
        .walk(
            Frame.ofArguments(
                List.of(Parameter.plain("ctx")),
                new Object[] {input},
                input.getClass().getClassLoader()));
  }

  @Test
  void inputsOfARenamedClassAreEqualOnlyIfTheAliasSaysSo() {
    WalkedGraph old = walk(new Version(OLD).make(), ClassAliases.NONE);
    Object now = new Version(NEW).make();

    assertThat(walk(now, ClassAliases.of("Old=New")).fingerprint()).isEqualTo(old.fingerprint());
    assertThat(walk(now, ClassAliases.NONE).fingerprint()).isNotEqualTo(old.fingerprint());
  }

  @Test
  void aCallWithInputsOfARenamedClassIsRestoredInPlace() {
    Version version = new Version(OLD);
    Object ran = version.make();
    WalkedGraph entry = walk(ran, ClassAliases.NONE);
    version.call("work", ran);
    EncodedSnapshot snapshot = codec.encode(entry, entry.frame().returning(ran));
    Object live = new Version(NEW).make();

    WalkedGraph inputs = walk(live, ClassAliases.of("Old=New"));
    Object returned =
        codec.decode(snapshot.bytes(), Set.copyOf(snapshot.classes()), inputs).apply();

    assertThat(returned).isSameAs(live);
    assertThat(Dump.of(live))
        .isEqualTo(Dump.of(ran).replace("Old", "New"))
        .contains("all=[^New, ^New]");
  }

  @Test
  void anAliasOfAClassThatIsStillThereIsRefused() {
    Object both = new Version(OLD.replace("class Make", "class Unused"), NEW).make();

    assertThatThrownBy(() -> walk(both, ClassAliases.of("Old=New")))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("cairn.aliases")
        .hasMessageContaining("Old");
  }
}
