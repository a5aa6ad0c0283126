package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.Rollback;
import dev.cairn.core.graph.WalkedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackTest {
  private final StageRuns runs = StageRuns.trusting();

  @Test
  void whateverAStageDidIsUndone() {
    for (long seed = 0; seed < 300; seed++) {
      Heap heap = new Heap(seed);
      WalkedGraph entry = runs.walk(heap.pool);
      Rollback rollback = Rollback.of(entry);
      for (int attempt = 0; attempt < 2; attempt++) {
        heap.change(seed + attempt);
        rollback.putBack();
        Isomorphism isomorphism = new Isomorphism();
        Optional<String> difference =
            isomorphism.pair(new Heap(seed).pool, heap.pool, "pool").or(isomorphism::difference);
        assertThat(difference).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void saysWhatWasPutBack() {
    List<Object> list = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
    Rollback rollback = Rollback.of(runs.walk(list));
    ((List<?>) list.get(1)).add(null);

    assertThat(rollback.putBack()).containsExactly("ctx[1]");
    assertThat(rollback.putBack()).isEmpty();
  }
}
