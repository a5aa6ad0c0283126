package dev.cairn.core.codec.kryo.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeDiff;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Snapshots that are looked at where none of the application's classes is. */
class AbsentClassesTest {
  private static final String SHOP =
      """
      class Order { Kind kind = Kind.%s; double total = %s; Line line = new Line("tea", %s);
        Class<?> type = Order.class; EnumMap<Kind, Integer> counts = new EnumMap<>(Map.of(Kind.OLD, 1));
        enum Kind { NEW, OLD } record Line(String what, int count) {} }
      class Make { static Object it() { return new Order(); } }
      """;

  private static SnapshotTree tree(String... facts) {
    Version version =
        new Version(
            SHOP.replaceFirst("%s", facts[0])
                .replaceFirst("%s", facts[1])
                .replaceFirst("%s", facts[2]));
    WalkedGraph nothing =
        new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1))
            .walk(Frame.ofArguments(List.of(), new Object[0], version));
    KryoSnapshotCodec codec = new KryoSnapshotCodec();
    return codec.describe(codec.encode(nothing, nothing.frame().returning(version.make())).bytes());
  }

  @Test
  void twoStatesAreComparedByTheNamesThatTheirSnapshotsHave() {
    assertThat(TreeDiff.of(tree("NEW", "99.0", "3"), tree("OLD", "0.0", "4"), 10).shown())
        .extracting(one -> one.path() + ": " + one.before() + " → " + one.after())
        .containsExactlyInAnyOrder(
            "return value.kind: NEW → OLD",
            "return value.total: 99.0 → 0.0",
            "return value.line.count: 3 → 4");
    assertThat(TreeDiff.of(tree("NEW", "1", "1"), tree("NEW", "1", "1"), 10).isEmpty()).isTrue();
  }
}
