package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RestoreTest {
  private final Kinds kinds = new Kinds(Access.best());
  private final GraphWalker walker =
      new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();

  record Point(int x, double y, String name) {}

  static class Context {
    @SuppressWarnings("unused") // a final field among the others
    private final String id = "ctx";

    private List<Object> items = new ArrayList<>();
    private Map<String, Object> byName = new HashMap<>();
    private Context self;
    private int count;
    private Point point;
    private double[] numbers = {1, 2, 3};
  }

  private Frame frame(Object argument) {
    return Frame.ofArguments(
        List.of(Parameter.plain("ctx")), new Object[] {argument}, getClass().getClassLoader());
  }

  private <T> T restored(Supplier<T> inputs, Consumer<T> stage) {
    T executed = inputs.get();
    WalkedGraph entry = walker.walk(frame(executed));
    stage.accept(executed);
    EncodedSnapshot snapshot = codec.encode(entry, entry.frame().returning(null));
    T fresh = inputs.get();
    WalkedGraph live = walker.walk(frame(fresh));
    assertThat(live.fingerprint()).isEqualTo(entry.fingerprint());
    DecodedSnapshot decoded = codec.decode(snapshot.bytes(), Set.copyOf(snapshot.classes()), live);
    decoded.apply();
    return fresh;
  }

  @Test
  void restoresAMutatedContext() {
    Context restored =
        restored(
            Context::new,
            ctx -> {
              ctx.self = ctx;
              ctx.count = 7;
              ctx.point = new Point(1, 2.5, "a");
              ctx.items.add(ctx.point);
              ctx.items.add(ctx);
              ctx.byName.put("x", ctx.items);
              ctx.numbers[1] = 9;
            });

    assertThat(restored.self).isSameAs(restored);
    assertThat(restored.count).isEqualTo(7);
    assertThat(restored.items).containsExactly(restored.point, restored);
    assertThat(restored.items.get(0)).isSameAs(restored.point);
    assertThat(restored.byName.get("x")).isSameAs(restored.items);
    assertThat(restored.numbers).containsExactly(1, 9, 3);
  }

  private static class Tally extends HashMap<String, Object> {
    private static final long serialVersionUID = 1;
  }

  /** A merge lets a table take one entry more than a put does before it grows. */
  @Test
  void keepsTheOrderOfMapsThatWereFilledByMerging() {
    for (int size = 1; size < 100; size++) {
      assertOrderIsKept(HashMap::new, size);
      assertOrderIsKept(LinkedHashMap::new, size);
      assertOrderIsKept(Tally::new, size);
    }
  }

  private void assertOrderIsKept(Supplier<Map<String, Object>> maker, int size) {
    Consumer<Context> stage =
        ctx -> {
          ctx.byName = maker.get();
          for (int i = 0; i < size; i++) {
            ctx.byName.merge("key " + i, i, (one, other) -> one);
          }
        };
    Context executed = new Context();
    stage.accept(executed);

    Context restored = restored(Context::new, stage);

    assertThat(List.copyOf(restored.byName.entrySet()))
        .isEqualTo(List.copyOf(executed.byName.entrySet()));
  }

  @Test
  void keepsWhenAMapGrows() {
    Consumer<Context> stage =
        ctx -> {
          Map<String, Object> slow = new HashMap<>(4, 4f);
          slow.put("a", 1);
          ctx.byName = slow;
        };
    Context executed = new Context();
    stage.accept(executed);

    Context restored = restored(Context::new, stage);

    assertThat(orderOfMore(restored.byName)).isEqualTo(orderOfMore(executed.byName));
    assertThat(orderOfMore(new HashMap<>(Map.of("a", 1))))
        .isNotEqualTo(orderOfMore(executed.byName));
  }

  private static List<String> orderOfMore(Map<String, Object> map) {
    for (int i = 0; i < 14; i++) {
      map.put("more " + i, i);
    }
    return List.copyOf(map.keySet());
  }
}
