package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The heap after a restore is the heap after the real execution, for random heaps and changes. */
class DifferentialRestoreTest {
  private static final int CASES = 2000;

  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();

  @Test
  void restoredHeapsAreTheExecutedOnes() {
    for (long seed = 0; seed < CASES; seed++) {
      assertThat(difference(seed)).as("seed %d", seed).isEmpty();
    }
  }

  private Optional<String> difference(long seed) {
    Heap executed = new Heap(seed);
    WalkedGraph entry = walker.walk(frame(executed));
    Object returned = executed.change(seed + 1);
    Frame exit = entry.frame().returning(returned);
    EncodedSnapshot snapshot = codec.encode(entry, exit);
    new ReadBack(codec).verify(snapshot, entry, exit);

    Heap fresh = new Heap(seed);
    WalkedGraph live = walker.walk(frame(fresh));
    Object restored = codec.decode(snapshot.bytes(), Set.copyOf(snapshot.classes()), live).apply();

    return compare(executed, returned, fresh, restored);
  }

  private static Optional<String> compare(
      Heap executed, Object returned, Heap fresh, Object restored) {
    Isomorphism isomorphism = new Isomorphism();
    for (int i = 0; i < executed.pool.size(); i++) {
      Optional<String> found =
          isomorphism.pair(executed.pool.get(i), fresh.pool.get(i), "pool[" + i + "]");
      if (found.isPresent()) {
        return found;
      }
    }
    return isomorphism.pair(returned, restored, "returned").or(isomorphism::difference);
  }

  private static Frame frame(Heap heap) {
    return Frame.ofArguments(
        List.of(Parameter.plain("pool")),
        new Object[] {heap.pool},
        DifferentialRestoreTest.class.getClassLoader());
  }
}
