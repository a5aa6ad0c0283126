package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.HeapModel.Node;
import dev.cairn.core.codec.kryo.HeapModel.Point;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tests and the read-back see a codec that is wrong. */
class SabotageTest {

  /** Forgets one field, when reading or when writing. */
  private static final class Forgetful extends NodeKind {
    private final NodeKind inner;
    private final boolean reading;

    Forgetful(NodeKind inner, boolean reading) {
      super(inner.type(), inner.layout());
      this.inner = inner;
      this.reading = reading;
    }

    @Override
    public void visit(Object object, ContentSink sink) {
      inner.visit(object, reading ? new Dropping(sink) : sink);
    }

    @Override
    public Object create(Content content) {
      return inner.create(content);
    }

    @Override
    public void assign(Object object, Content content) {
      if (!reading) {
        layout().slots().stream().filter(Forgetful::isVictim).forEach(content::leave);
      }
      inner.assign(object, content);
    }

    private static boolean isVictim(Slot slot) {
      return slot.name().equals("count") || slot.name().equals("label");
    }
  }

  private record Dropping(ContentSink inner) implements ContentSink {
    @Override
    public void primitive(Slot slot, long bits) {
      inner.primitive(slot, Forgetful.isVictim(slot) ? 0 : bits);
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      inner.reference(slot, Forgetful.isVictim(slot) ? null : value);
    }

    @Override
    public void body(int count) {
      inner.body(count);
    }

    @Override
    public void element(@Nullable Object value) {
      inner.element(value);
    }

    @Override
    public void primitives(Object array) {
      inner.primitives(array);
    }
  }

  private static StageRuns forgetting(boolean reading) {
    return new StageRuns(
        new Kinds(
            Access.best(),
            kind ->
                kind instanceof NodeKind node && node.type().getName().contains("HeapModel")
                    ? new Forgetful(node, reading)
                    : kind));
  }

  private static Optional<String> firstDifference(StageRuns runs) {
    for (long seed = 0; seed < 50; seed++) {
      Heap executed = new Heap(seed);
      WalkedGraph entry = runs.walk(executed.pool);
      executed.change(seed + 1);
      EncodedSnapshot snapshot = runs.codec.encode(entry, entry.frame().returning(null));
      Heap live = new Heap(seed);
      runs.decode(snapshot, runs.walk(live.pool)).apply();
      Isomorphism isomorphism = new Isomorphism();
      Optional<String> found =
          isomorphism.pair(executed.pool, live.pool, "pool").or(isomorphism::difference);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Test
  void theDifferentialTestSeesAFieldThatIsNotRead() {
    assertThat(firstDifference(forgetting(true))).isPresent();
  }

  @Test
  void theDifferentialTestSeesAFieldThatIsNotWritten() {
    assertThat(firstDifference(forgetting(false))).isPresent();
  }

  @Test
  void theDifferentialTestSeesNothingWhereNothingIsWrong() {
    assertThat(firstDifference(StageRuns.trusting())).isEmpty();
  }

  @Test
  void theReadBackSeesAFieldThatIsNotWritten() {
    StageRuns runs = forgetting(false);
    ArrayList<Object> list = new ArrayList<>();
    WalkedGraph entry = runs.walk(list);
    list.add(new Point(1, 2, "lost"));

    assertThatThrownBy(() -> runs.encode(entry, null))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("ctx[0].label");
  }

  @Test
  void theReadBackSeesAFieldOfAChangedInput() {
    StageRuns runs = forgetting(false);
    Node node = new Node("n");
    WalkedGraph entry = runs.walk(node);
    node.count = 5;

    assertThatThrownBy(() -> runs.encode(entry, null)).hasMessageContaining("ctx.count");
  }
}
