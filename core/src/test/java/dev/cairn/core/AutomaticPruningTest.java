package dev.cairn.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunEnded.Outcome;
import dev.cairn.core.event.CairnEvent.RunsPruned;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.event.RunTotals;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.retention.RetentionPolicy.KeepLast;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutomaticPruningTest {
  private static final RunKey KEY = new RunKey("nightly", "all");
  private static final RunTotals TOTALS = new RunTotals(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
  private static final OpenFacts FACTS =
      new OpenFacts("all", new Fingerprint("ab".repeat(32)), "Nightly", Map.of());

  @TempDir Path root;

  private final List<CairnEvent> told = new ArrayList<>();
  private RunStore store;

  @BeforeEach
  void open() {
    store = opened();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RunStore opened() {
    return RunStore.open(
        DirectoryStorage.open(root),
        RunStoreOptions.usual(
            warning -> {
              throw new AssertionError(warning);
            }));
  }

  @Test
  void deletesWhatTheRulesGiveUpWhenARunIsComplete() {
    runs(KEY, 4);
    RunId other = run(new RunKey("other", "all"), 1);

    pruning(this::opened).on(ended(KEY, Outcome.COMPLETE));

    assertThat(complete()).extracting(RunId::generation).containsExactly(3, 4, 1);
    assertThat(complete()).contains(other);
    assertThat(told).containsExactly(new RunsPruned("nightly", 2, 0));
  }

  @Test
  void leavesUnfinishedRunsAlone() {
    runs(KEY, 2);
    try (RunLog unfinished = store.create(KEY, 3, FACTS).orElseThrow()) {
      runs(new RunKey("nightly", "other"), 3);

      pruning(this::opened).on(ended(KEY, Outcome.COMPLETE));

      assertThat(store.find(unfinished.run()).orElseThrow().status()).isEqualTo(Status.UNFINISHED);
      assertThat(complete()).hasSize(4);
    }
  }

  @Test
  void doesNothingAfterAFailure() {
    runs(KEY, 4);

    pruning(this::opened).on(ended(KEY, Outcome.FAILED));

    assertThat(complete()).hasSize(4);
    assertThat(told).isEmpty();
  }

  @Test
  void opensNoSecondStoreWhereNothingIsToGo() {
    runs(KEY, 2);

    pruning(
            () -> {
              throw new AssertionError("opened");
            })
        .on(ended(KEY, Outcome.COMPLETE));

    assertThat(told).isEmpty();
  }

  @Test
  void tellsOnceWhatFailsAndDisturbsNobody() {
    runs(KEY, 4);
    AutomaticPruning failing =
        pruning(
            () -> {
              throw StoreException.rejected("store", "no rights", null);
            });

    failing.on(ended(KEY, Outcome.COMPLETE));
    failing.on(ended(KEY, Outcome.COMPLETE));

    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Warning.class, warning -> assertThat(warning.text()).contains("nightly", "no rights"));
    runs(new RunKey("later", "all"), 1);
  }

  private AutomaticPruning pruning(Supplier<RunStore> own) {
    return new AutomaticPruning(
        () -> store,
        own,
        List.of(new KeepLast(2)),
        new Listeners(List.of(told::add)),
        Instant::now);
  }

  private static RunEnded ended(RunKey key, Outcome outcome) {
    return new RunEnded(new RunId(key.pipeline(), key.digest(), 9), outcome, TOTALS, "");
  }

  private void runs(RunKey key, int count) {
    for (int generation = 1; generation <= count; generation++) {
      run(key, generation);
    }
  }

  private RunId run(RunKey key, int generation) {
    try (RunLog log = store.create(key, generation, FACTS).orElseThrow()) {
      log.end(RunEnd.PLAIN);
      return log.run();
    }
  }

  private List<RunId> complete() {
    return store.runs().stream()
        .filter(run -> store.find(run).orElseThrow().status() == Status.COMPLETE)
        .toList();
  }
}
