package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.FencedException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final MemoryStorage storage = new MemoryStorage();
  private final ManualClock clock = ManualClock.atNoon();
  private final Set<Long> gone = ConcurrentHashMap.newKeySet();

  @Test
  void aLiveOwnerKeepsItsRun() {
    RunStore first = store(1);
    RunStore second = store(2);
    first.create(KEY, 1, FACTS).orElseThrow();

    Claim claim = second.claim(newest(second));

    assertThat(claim)
        .isInstanceOfSatisfying(
            Claim.Owned.class,
            owned -> {
              assertThat(owned.owner().pid()).isEqualTo(1);
              assertThat(owned.here()).isFalse();
              assertThat(owned.since()).isEqualTo(clock.instant());
              assertThat(owned.within()).isEqualTo(SILENCE);
            });
  }

  @Test
  void aRunOfThisVeryProcessIsSaidToBeHere() {
    RunStore store = store(1);
    store.create(KEY, 1, FACTS).orElseThrow();

    Claim claim = store.claim(newest(store));

    assertThat(claim)
        .isInstanceOfSatisfying(Claim.Owned.class, owned -> assertThat(owned.here()).isTrue());
  }

  @Test
  void theRunOfAProcessThatIsGoneIsTakenAtOnce() {
    store(1).create(KEY, 1, FACTS).orElseThrow();
    gone.add(1L);
    RunStore second = store(2);

    Claim claim = second.claim(newest(second));

    assertThat(claimed(claim).epoch()).isEqualTo(2);
  }

  @Test
  void aSilentOwnerIsTakenOverAfterItsOwnTimeByTheCandidatesClock() {
    store(1).create(KEY, 1, FACTS).orElseThrow();
    RunStore impatient = RunStore.open(storage, options(2).withSilence(Duration.ofSeconds(2)));

    assertThat(impatient.claim(newest(impatient))).isInstanceOf(Claim.Owned.class);
    clock.advance(SILENCE.minusMillis(1));
    assertThat(impatient.claim(newest(impatient))).isInstanceOf(Claim.Owned.class);
    clock.advance(Duration.ofMillis(1));

    assertThat(claimed(impatient.claim(newest(impatient))).epoch()).isEqualTo(2);
  }

  @Test
  void everyCommitIsASignOfLife() {
    RunLog log = store(1).create(KEY, 1, FACTS).orElseThrow();
    RunStore second = store(2);
    second.claim(newest(second));
    clock.advance(SILENCE.minusMillis(1));
    second.claim(newest(second));
    log.commit(call("Nightly.load", 0), payload("a"));

    clock.advance(Duration.ofMillis(1));

    assertThat(second.claim(newest(second))).isInstanceOf(Claim.Owned.class);
  }

  @Test
  void aFencedOwnerCannotCommit() {
    RunLog old = store(1).create(KEY, 1, FACTS).orElseThrow();
    Checkpoint before = old.commit(call("Nightly.load", 0), payload("before"));
    gone.add(1L);
    RunStore second = store(2);
    RunLog successor = claimed(second.claim(newest(second)));

    assertThatThrownBy(() -> old.commit(call("Nightly.parse", 1), payload("late")))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("another attempt has claimed it");

    assertThat(old.fenced()).isTrue();
    assertThatThrownBy(() -> old.end(RunEnd.PLAIN)).isInstanceOf(FencedException.class);
    Checkpoint after = successor.commit(call("Nightly.parse", 1), payload("after"));
    assertThat(newest(second).checkpoints()).containsExactly(before, after);
    assertThat(newest(second).damages()).isEmpty();
  }

  /** What the test above looks for shows where a late commit gets through. */
  @Test
  void aCommitAfterTheFenceIsFoundOut() {
    AtomicBoolean overwrites = new AtomicBoolean();
    RunStore first = RunStore.open(overwriting(overwrites), options(1));
    RunLog old = first.create(KEY, 1, FACTS).orElseThrow();
    Checkpoint before = old.commit(call("Nightly.load", 0), payload("before"));
    gone.add(1L);
    RunStore second = store(2);
    RunLog successor = claimed(second.claim(newest(second)));
    overwrites.set(true);

    old.commit(call("Nightly.parse", 1), payload("late"));

    assertThat(old.fenced()).isFalse();
    Checkpoint after = successor.commit(call("Nightly.parse", 1), payload("after"));
    assertThat(newest(second).damages()).isNotEmpty();
    assertThat(newest(second).checkpoints()).isNotEqualTo(List.of(before, after));
  }

  private Storage overwriting(AtomicBoolean now) {
    return new ForwardingStorage(storage) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        if (now.get()) {
          put(key, content);
          return true;
        }
        return super.putIfAbsent(key, content);
      }
    };
  }

  @Test
  void aFencedOwnersLastWordDoesNotFreeTheRunOfItsSuccessor() {
    RunLog old = store(1).create(KEY, 1, FACTS).orElseThrow();
    gone.add(1L);
    RunStore second = store(2);
    claimed(second.claim(newest(second)));

    old.close();

    RunStore third = store(3);
    assertThat(third.claim(newest(third))).isInstanceOf(Claim.Owned.class);
  }

  @Test
  void ofManyCandidatesExactlyOneGetsTheRun() throws Exception {
    for (int round = 1; round <= 20; round++) {
      RunStore owner = store(round);
      owner.create(KEY, round, FACTS).orElseThrow();
      owner.close();
      RunId run = new RunId(KEY.pipeline(), KEY.digest(), round);

      List<Claim> claims = atOnce(candidate -> claim(store(1000 + candidate), run));

      assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
      assertThat(claims).filteredOn(Claim.Owned.class::isInstance).hasSize(claims.size() - 1);
    }
  }

  @Test
  void ofManyOpenersExactlyOneGetsTheGeneration() throws Exception {
    List<Optional<RunLog>> logs = atOnce(opener -> store(opener).create(KEY, 1, FACTS));

    assertThat(logs).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void aDeletedRunTakesNoCommit() {
    RunStore store = store(1);
    RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
    storage.put(tomb(), payload(""));

    assertThatThrownBy(() -> log.commit(call("Nightly.load", 0), payload("late")))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("it was deleted");
    assertThat(store.create(KEY, 1, FACTS)).isEmpty();
  }

  @Test
  void aDeletedRunIsNotClaimed() {
    RunStore first = store(1);
    first.create(KEY, 1, FACTS).orElseThrow().close();
    storage.put(tomb(), payload(""));

    assertThat(first.claim(newest(first))).isInstanceOf(Claim.Ended.class);
  }

  private static StorageKey tomb() {
    return new StorageKey("runs/+nightly.run/" + KEY.digest() + "/1/TOMB");
  }

  private static Claim claim(RunStore store, RunId run) {
    return store.claim(store.find(run).orElseThrow());
  }

  /** One competitor's turn. */
  @FunctionalInterface
  interface Turn<T> {
    T take(int number);
  }

  private static <T> List<T> atOnce(Turn<T> turn) throws Exception {
    int count = 8;
    ExecutorService executor =
        Executors.newFixedThreadPool(count, task -> new Thread(task, "competitor"));
    try {
      List<Callable<T>> turns =
          IntStream.range(0, count).<Callable<T>>mapToObj(n -> () -> turn.take(n)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(turns)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  private RunStore store(long pid) {
    return RunStore.open(storage, options(pid));
  }

  private RunStoreOptions options(long pid) {
    return Calls.options(clock).withHost(new SharedHost(pid, gone));
  }

  /** Processes of one machine that come and go as the test says. */
  private record SharedHost(long pid, Set<Long> gone) implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("build7", "m", "b", "p", "1000", pid, "77", instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return gone.contains(owner.pid());
    }
  }
}
