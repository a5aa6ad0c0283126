package dev.cairn.core.codec.kryo.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.codec.tree.Differences;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeDiff;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In what two states differ, as people read it. */
class TreeDiffTest {
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));

  static final class Order {
    String name;
    double total;
    @Nullable Order twin;

    Order(String name, double total) {
      this.name = name;
      this.total = total;
    }
  }

  static final class Context {
    List<Order> orders = new ArrayList<>();
    Map<String, Order> sorted = new LinkedHashMap<>();
    Map<Object, Integer> counts = new HashMap<>();
    Set<Object> tags = new TreeSet<>();
    int[] figures = {1, 2, 3};
    @Nullable Object other;

    Context() {
      for (int i = 0; i < 20; i++) {
        orders.add(new Order("o" + i, 99));
        sorted.put("o" + i, orders.get(i));
      }
    }
  }

  private SnapshotTree after(Consumer<Context> stage, @Nullable Object returned) {
    Context context = new Context();
    WalkedGraph entry =
        walker.walk(
            Frame.ofArguments(
                List.of(Parameter.plain("ctx")),
                new Object[] {context},
                Context.class.getClassLoader()));
    stage.accept(context);
    return codec.describe(codec.encode(entry, entry.frame().returning(returned)).bytes());
  }

  private List<String> differences(Consumer<Context> one, Consumer<Context> other) {
    return TreeDiff.of(after(one, null), after(other, null), 100).shown().stream()
        .map(TreeDiffTest::line)
        .toList();
  }

  private List<String> differences(Consumer<Context> stage) {
    return differences(ctx -> {}, stage);
  }

  private static String line(Difference one) {
    return one.path() + " " + one.kind() + " " + one.before() + " | " + one.after();
  }

  @Test
  void equalStatesDifferInNothing() {
    assertThat(differences(ctx -> {})).isEmpty();
  }

  @Test
  void aValueIsShownWithItsPathOnceHoweverManyWaysLeadThere() {
    assertThat(differences(ctx -> ctx.orders.get(17).total = 0))
        .containsExactly("ctx.orders[17].total CHANGED 99.0 | 0.0");
  }

  @Test
  void elementsAreFollowedWhereOthersCameOrWent() {
    assertThat(
            differences(
                ctx -> {
                  ctx.orders.add(0, new Order("new", 1));
                  ctx.orders.remove(6);
                  ctx.orders.get(18).total = 3;
                }))
        .containsExactly(
            "ctx.orders[0] ADDED  | a " + Order.class.getName(),
            "ctx.orders[5] REMOVED a " + Order.class.getName() + " | ",
            "ctx.orders[18].total CHANGED 99.0 | 3.0");
  }

  @Test
  void anotherOrderIsOneDifference() {
    assertThat(differences(ctx -> Collections.reverse(ctx.orders)))
        .containsExactly("ctx.orders REORDERED  | ");
  }

  @Test
  void mapsAreComparedByKeyAndTheirOrderWhereItMeansSomething() {
    assertThat(
            differences(
                ctx -> {
                  ctx.counts.put("a", 1);
                  ctx.counts.put("b", 2);
                },
                ctx -> {
                  ctx.counts.put("b", 3);
                  ctx.counts.put("c\n", 1);
                  Order first = ctx.sorted.remove("o0");
                  ctx.sorted.put("o0", first);
                }))
        .containsExactlyInAnyOrder(
            "ctx.counts[\"a\"] REMOVED 1 | ",
            "ctx.counts[\"b\"] CHANGED 2 | 3",
            "ctx.counts[\"c\\n\"] ADDED  | 1",
            "ctx.sorted REORDERED  | ");
  }

  @Test
  void setsAreComparedByContent() {
    assertThat(
            differences(
                ctx -> ctx.tags.addAll(Set.of("x", "y")), ctx -> ctx.tags.addAll(Set.of("y", "z"))))
        .containsExactly("ctx.tags[0] REMOVED \"x\" | ", "ctx.tags[1] ADDED  | \"z\"");
  }

  @Test
  void oneObjectInTwoPlacesIsNotTwoEqualOnes() {
    assertThat(
            differences(
                ctx -> ctx.other = ctx.orders.get(3), ctx -> ctx.other = new Order("o3", 99)))
        .containsExactly(
            "ctx.orders[3] ALIAS the object at ctx.other | an object of its own",
            "ctx.sorted[\"o3\"] ALIAS the object at ctx.other | the object at ctx.orders[3]");
  }

  @Test
  void typesAreShownWhereTextsLookAlike() {
    assertThat(differences(ctx -> ctx.other = 1, ctx -> ctx.other = 1L))
        .containsExactly("ctx.other CHANGED 1 (java.lang.Integer) | 1 (java.lang.Long)");
    assertThat(differences(ctx -> ctx.other = "1", ctx -> ctx.other = null))
        .containsExactly("ctx.other CHANGED \"1\" | null");
  }

  @Test
  void longTextsAreShownWhereTheyDiffer() {
    String start = "x".repeat(5000);

    assertThat(
            differences(
                ctx -> ctx.other = start + "a" + start, ctx -> ctx.other = start + "b" + start))
        .singleElement()
        .asString()
        .contains("xa" + "x".repeat(59) + "…\"")
        .contains("xb")
        .hasSizeLessThan(250);
  }

  @Test
  void primitivesAreComparedByIndex() {
    assertThat(differences(ctx -> ctx.figures[1] = 7))
        .containsExactly("ctx.figures[1] CHANGED 2 | 7");
  }

  @Test
  void cyclesAndDeepChainsEnd() {
    Consumer<Context> chain =
        ctx -> {
          Order order = ctx.orders.get(0);
          for (int i = 0; i < 20_000; i++) {
            order.twin = new Order("t", i);
            order = order.twin;
          }
          order.twin = ctx.orders.get(0);
        };

    assertThat(differences(chain, chain)).isEmpty();
    assertThat(
            differences(
                chain,
                ctx -> {
                  chain.accept(ctx);
                  ctx.orders.get(0).twin.twin.total = -1;
                }))
        .contains("ctx.orders[0].twin.twin.total CHANGED 1.0 | -1.0");
  }

  @Test
  void allAreCountedAndTheFirstAreKept() {
    Differences differences =
        TreeDiff.of(
            after(ctx -> {}, "a"),
            after(ctx -> ctx.orders.forEach(order -> order.total++), "b"),
            5);

    assertThat(differences.shown()).hasSize(5);
    assertThat(differences.total()).isEqualTo(21);
  }

  @Test
  void theResultAndLargeArraysAreCompared() {
    int[] large = IntStream.range(0, 300_000).toArray();
    int[] shifted = IntStream.range(1, 300_000).toArray();

    assertThat(TreeDiff.of(after(ctx -> {}, large), after(ctx -> {}, shifted), 10).shown())
        .extracting(TreeDiffTest::line)
        .containsExactly("return value[0] REMOVED 0 | ");
  }
}
