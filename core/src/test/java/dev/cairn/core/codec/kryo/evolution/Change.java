package dev.cairn.core.codec.kryo.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.ClassAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A change of an application between save and restore.
 *
 * @param what in words
 * @param before the classes that write; they have {@code Make.it()}
 * @param after the classes that read
 * @param aliases the renamed classes
 * @param outcome what comes of it
 */
record Change(
    String what, List<String> before, List<String> after, ClassAliases aliases, Outcome outcome) {

  /** What comes of a change. */
  sealed interface Outcome {
    /** The state comes back; what of it was made up is said. */
    record Restored(String state, List<String> adapted) implements Outcome {}

    /** It is refused with a message that names these. */
    record Refused(List<String> parts) implements Outcome {}
  }

  static Builder of(String what) {
    return new Builder(what);
  }

  /** A sentence in three clauses: was, is, and what comes of it. */
  static final class Builder {
    private final String what;
    private String made = "new It()";
    private List<String> before = List.of();
    private List<String> after = List.of();
    private ClassAliases aliases = ClassAliases.NONE;

    private Builder(String what) {
      this.what = what;
    }

    Builder making(String expression) {
      made = expression;
      return this;
    }

    Builder was(String... sources) {
      before = List.of(sources);
      return this;
    }

    Builder is(String... sources) {
      after = List.of(sources);
      return this;
    }

    Builder aliased(String text) {
      aliases = ClassAliases.of(text);
      return this;
    }

    Change restores(String state, String... adapted) {
      return change(new Outcome.Restored(state, List.of(adapted)));
    }

    Change isRefusedNaming(String... parts) {
      return change(new Outcome.Refused(List.of(parts)));
    }

    private Change change(Outcome outcome) {
      String first = before.get(0);
      List<String> making = new ArrayList<>(before);
      making.set(0, first + "\nclass Make { static Object it() { return " + made + "; } }\n");
      return new Change(what, making, after, aliases, outcome);
    }
  }

  void check() {
    Version old = new Version(before.toArray(String[]::new));
    EncodedSnapshot snapshot = encode(old);
    Version now = new Version(after.toArray(String[]::new));

    if (outcome instanceof Outcome.Restored expected) {
      DecodedSnapshot decoded = decode(snapshot, now);
      assertThat(Dump.of(decoded.apply())).isEqualTo(expected.state());
      assertThat(decoded.adapted()).isEqualTo(expected.adapted());
    } else {
      Throwable refusal = catchThrowable(() -> decode(snapshot, now));
      assertThat(refusal).isInstanceOf(CodecException.class);
      ((Outcome.Refused) outcome)
          .parts()
          .forEach(part -> assertThat(refusal).hasMessageContaining(part));
    }
  }

  private static EncodedSnapshot encode(Version version) {
    WalkedGraph nothing = walk(version, ClassAliases.NONE);
    Frame exit = nothing.frame().returning(version.make());
    KryoSnapshotCodec codec = new KryoSnapshotCodec();
    EncodedSnapshot snapshot = codec.encode(nothing, exit);
    new ReadBack(codec).verify(snapshot, nothing, exit);
    return snapshot;
  }

  private DecodedSnapshot decode(EncodedSnapshot snapshot, Version version) {
    return new KryoSnapshotCodec()
        .decode(snapshot.bytes(), Set.copyOf(snapshot.classes()), walk(version, aliases));
  }

  private static WalkedGraph walk(Version version, ClassAliases aliases) {
    Kinds kinds = new Kinds(Access.best(), aliases);
    return new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1))
        .walk(Frame.ofArguments(List.of(), new Object[0], version));
  }

  @Override
  public String toString() {
    return what;
  }
}
