package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.retention.PrunedRun;
import dev.cairn.core.retention.Pruner;
import dev.cairn.core.retention.RetentionPolicy;
import dev.cairn.core.retention.RetentionPolicy.KeepLast;
import dev.cairn.core.retention.RetentionPolicy.KeepTagged;
import dev.cairn.core.retention.RetentionPolicy.KeepWithin;
import dev.cairn.core.retention.RetentionPolicy.MaxSize;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrunerTest {
  private static final int STATE = 10_000;
  private static final List<RetentionPolicy> USUAL =
      List.of(new KeepLast(10), new KeepWithin(Duration.ofDays(30)));
  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final RunKey DAILY = new RunKey("daily", "all");
  private static final RunKey WEEKLY = new RunKey("weekly", "all");

  private final ManualClock clock = ManualClock.atNoon();
  private final MemoryStorage storage = new MemoryStorage();
  private final RunStore store = open(storage);
  private final Pruner pruner = new Pruner(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  private RunStore open(Storage used) {
    return RunStore.open(
        used,
        RunStoreOptions.usual(warning -> assertThat(warning).contains("Cannot"))
            .withClocks(clock, clock::nanoTime));
  }

  /** One run a day. */
  private void run(RunKey key, int generation) {
    unfinished(key, generation).end(RunEnd.PLAIN);
    clock.advance(Duration.ofDays(1));
  }

  private RunLog unfinished(RunKey key, int generation) {
    RunLog log = store.create(key, generation, FACTS).orElseThrow();
    Checkpoint first = log.commit(call("Nightly.load", 0), noise(STATE));
    log.commit(call("Nightly.parse", 0), noise(STATE), Optional.of(first));
    return log;
  }

  private List<String> gone(RetentionPolicy... rules) {
    return pruner.plan(List.of(rules), run -> true).stream()
        .map(run -> run.run().pipeline() + " " + run.run().generation())
        .toList();
  }

  @Test
  void keepsTheNewestOfEachKey() {
    for (int generation = 1; generation <= 4; generation++) {
      run(DAILY, generation);
      run(new RunKey("daily", "other"), generation);
    }

    assertThat(gone(new KeepLast(2)))
        .containsExactlyInAnyOrder("daily 1", "daily 2", "daily 1", "daily 2");
  }

  @Test
  void keepsWhatIsYoungAndTheNewestHoweverOld() {
    for (int generation = 1; generation <= 4; generation++) {
      run(DAILY, generation);
    }
    assertThat(gone(new KeepWithin(Duration.ofDays(2)))).containsExactly("daily 2", "daily 1");

    clock.advance(Duration.ofDays(100));

    assertThat(gone(new KeepWithin(Duration.ofDays(2)))).doesNotContain("daily 4").hasSize(3);
  }

  @Test
  void keepsNoMoreOfAPipelineThanFits() {
    for (int generation = 1; generation <= 4; generation++) {
      run(DAILY, generation);
      run(WEEKLY, generation);
    }

    assertThat(gone(new MaxSize(3 * STATE)))
        .containsExactly("weekly 2", "weekly 1", "daily 2", "daily 1");
    assertThat(gone(new MaxSize(1))).doesNotContain("daily 4", "weekly 4").hasSize(6);
  }

  @Test
  void rulesAddUpAndATagKeeps() {
    for (int generation = 1; generation <= 4; generation++) {
      run(DAILY, generation);
    }

    assertThat(gone(new KeepLast(3), new KeepWithin(Duration.ofDays(3))))
        .containsExactly("daily 1");
    assertThat(gone(new KeepLast(3), new KeepWithin(Duration.ofDays(2))))
        .containsExactlyInAnyOrder("daily 1", "daily 2");
    assertThat(gone(new KeepLast(1), new KeepTagged("rows"))).isEmpty();
    assertThat(gone(new KeepLast(1), new KeepTagged("other"))).hasSize(3);
    assertThat(gone()).isEmpty();
  }

  @Test
  void anUnfinishedRunStays() {
    run(DAILY, 1);
    unfinished(DAILY, 2).close();
    run(DAILY, 3);
    clock.advance(Duration.ofDays(100));

    pruner.prune(
        List.of(new KeepLast(1), new KeepWithin(Duration.ofDays(1)), new MaxSize(1)), run -> true);

    assertThat(statuses(store)).containsExactly(Status.DELETED, Status.UNFINISHED, Status.COMPLETE);
  }

  private static List<Status> statuses(RunStore store) {
    return store.runs().stream().map(run -> store.find(run).orElseThrow().status()).toList();
  }

  @Test
  void aPlanChangesNothingAndIsWhatGoes() {
    for (int generation = 1; generation <= 12; generation++) {
      run(DAILY, generation);
    }

    List<PrunedRun> planned = pruner.plan(USUAL, run -> true);
    assertThat(statuses(store)).containsOnly(Status.COMPLETE);

    assertThat(pruner.prune(USUAL, run -> true)).isEqualTo(planned).hasSize(2);
    assertThat(statuses(store)).filteredOn(Status.DELETED::equals).hasSize(2);
    assertThat(pruner.plan(USUAL, run -> true)).isEmpty();
  }

  @Test
  void afterAnySequenceOfRunsAndPruningsEverythingListedLoads() {
    for (int seed = 0; seed < 25; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MemoryStorage own = new MemoryStorage();
      List<Checkpoint> listed = new ArrayList<>();
      for (int round = 0; round < 4; round++) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        work(random, FaultyStorage.failingFrom(own, fault, random.nextInt(20, 200)));
        requireAllLoads(own, listed, "seed " + seed + ", round " + round);
      }
      assertThat(listed).as("seed %s", seed).isNotEmpty();
    }
  }

  private void work(SplittableRandom random, Storage faulty) {
    try (RunStore used = open(faulty)) {
      for (int step = 0; step < 6; step++) {
        step(random, used);
        clock.advance(Duration.ofDays(1));
      }
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("Cannot");
    }
  }

  private void step(SplittableRandom random, RunStore used) {
    if (random.nextInt(3) == 0) {
      new Pruner(used, clock).prune(List.of(new KeepLast(random.nextInt(1, 3))), run -> true);
      return;
    }
    int generation = used.newest(DAILY).map(run -> run.run().generation() + 1).orElse(1);
    RunLog log = used.create(DAILY, generation, FACTS).orElseThrow();
    Checkpoint first = log.commit(call("Nightly.load", 0), noise(100_000));
    log.commit(call("Nightly.parse", 0), noise(100_000), Optional.of(first));
    log.end(RunEnd.PLAIN);
  }

  private void requireAllLoads(Storage own, List<Checkpoint> listed, String where) {
    try (RunStore after = open(own)) {
      for (RunHistory run :
          after.runs().stream().map(id -> after.find(id).orElseThrow()).toList()) {
        if (run.status() != Status.DELETED) {
          assertThat(run.damages()).as(where).isEmpty();
          run.checkpoints()
              .forEach(one -> assertThat(after.read(one).sizeBytes()).as(where).isEqualTo(100_000));
          listed.addAll(run.checkpoints());
        }
      }
    }
  }
}
