package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  private MemoryStorage storage = new MemoryStorage();
  private final Map<Checkpoint, byte[]> acknowledged = new LinkedHashMap<>();

  /** What opens the store; nothing for a plain one. */
  Optional<Secret> secret() {
    return Optional.empty();
  }

  @ParameterizedTest
  @EnumSource
  void oneFaultAnywhereLosesNothingThatWasAcknowledged(Fault fault) {
    int calls = callsWithoutFault();
    for (int call = 1; call <= calls; call++) {
      startAfresh();

      work(FaultyStorage.failingOnce(storage, fault, call));

      requireAllAcknowledged("call " + call + " of " + calls);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStorageThatBreaksForGoodLosesNothingThatWasAcknowledged(Fault fault) {
    int calls = callsWithoutFault();
    for (int call = 1; call <= calls; call++) {
      startAfresh();

      work(FaultyStorage.failingFrom(storage, fault, call));

      requireAllAcknowledged("from call " + call + " of " + calls);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFailedWriteIsNotEvenNoticed(Fault fault) {
    startAfresh();
    RunStore store =
        Calls.openFaulty(
            FaultyStorage.failingOnce(storage, fault, writeOfTheFirstCommit()), secret());
    RunLog log = store.create(KEY, 1, FACTS).orElseThrow();

    Checkpoint first = log.commit(call("Nightly.step", 0), payload("first"));
    Checkpoint second = log.commit(call("Nightly.step", 1), payload("second"));

    assertThat(log.fenced()).isFalse();
    assertThat(newest(store).checkpoints()).containsExactly(first, second);
    assertThat(newest(store).damages()).isEmpty();
  }

  @Test
  void afterTwoFailedWritesTheProcessWritesNothingMore() {
    startAfresh();
    int write = writeOfTheFirstCommit();
    RunStore store =
        Calls.openFaulty(FaultyStorage.failingTwice(storage, Fault.LOST_ANSWER, write), secret());
    RunLog log = store.create(KEY, 1, FACTS).orElseThrow();

    assertThatThrownBy(() -> log.commit(call("Nightly.step", 0), payload("first")))
        .isInstanceOf(StoreException.class);
    int entries = storage.keys().size();

    assertThatThrownBy(() -> log.commit(call("Nightly.step", 1), payload("second")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("an earlier write failed and its outcome is not known (");
    assertThatThrownBy(() -> store.create(KEY, 2, FACTS))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("so this process writes nothing more to it");
    assertThat(storage.keys()).hasSize(entries);
  }

  // The write of the first commit's entry: the last but one call, before the look for a tomb.
  private int writeOfTheFirstCommit() {
    MemoryStorage other = new MemoryStorage();
    Calls.open(other, secret()).close();
    FaultyStorage counting = FaultyStorage.counting(other);
    RunStore store = Calls.open(counting, secret());
    store.create(KEY, 1, FACTS).orElseThrow().commit(call("Nightly.step", 0), payload("first"));
    return counting.calls() - 1;
  }

  private int callsWithoutFault() {
    startAfresh();
    FaultyStorage counting = FaultyStorage.counting(storage);
    work(counting);
    assertThat(acknowledged).hasSize(4);
    return counting.calls();
  }

  private void startAfresh() {
    storage = new MemoryStorage();
    acknowledged.clear();
    Calls.open(storage, secret()).close();
  }

  /** Two attempts, the second over the first's unfinished run; faults stop either anywhere. */
  private void work(Storage faulty) {
    try (RunStore store = Calls.openFaulty(faulty, secret())) {
      attempt(store, 0);
      attempt(store, 2);
    } catch (StoreException | DamagedException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
    }
  }

  private void attempt(RunStore store, int first) {
    try (RunLog log = open(store)) {
      commit(log, first, payload("small " + first));
      commit(log, first + 1, noise(70_000 + first));
    } catch (StoreException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
    }
  }

  private static RunLog open(RunStore store) {
    Optional<RunHistory> newest = store.newest(KEY);
    return newest.isEmpty()
        ? store.create(KEY, 1, FACTS).orElseThrow()
        : claimed(store.claim(newest.get()));
  }

  private void commit(RunLog log, int occurrence, Payload raw) {
    acknowledged.put(log.commit(call("Nightly.step", occurrence), raw), raw.toBytes());
  }

  private void requireAllAcknowledged(String when) {
    if (acknowledged.isEmpty()) {
      return;
    }
    ManualClock clock = ManualClock.atNoon();
    try (RunStore store = RunStore.open(storage, Calls.options(clock), secret())) {
      RunHistory history = newest(store);
      assertThat(history.damages()).as(when).isEmpty();
      assertThat(history.checkpoints()).as(when).containsAll(acknowledged.keySet());
      acknowledged.forEach(
          (checkpoint, bytes) ->
              assertThat(store.read(checkpoint).toBytes()).as(when).isEqualTo(bytes));
      requireResumable(store, history, clock);
    }
  }

  // A claim whose answer was lost keeps others waiting, for as long as any silent owner does.
  private static void requireResumable(RunStore store, RunHistory history, ManualClock clock) {
    if (store.claim(history) instanceof Claim.Owned owned) {
      clock.advance(owned.within());
      assertThat(store.claim(history)).isInstanceOf(Claim.Claimed.class);
    }
  }
}
