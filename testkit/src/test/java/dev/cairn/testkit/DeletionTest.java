package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletionTest {
  private static final StorageKey FOLDER =
      new StorageKey("runs/+nightly.run/" + KEY.digest() + "/1");

  private final ManualClock clock = ManualClock.atNoon();
  private MemoryStorage storage = new MemoryStorage();

  private RunStore open(Storage used) {
    return RunStore.open(
        used,
        RunStoreOptions.usual(warning -> assertThat(warning).contains("Cannot"))
            .withClocks(clock, clock::nanoTime));
  }

  private static RunLog begin(RunStore store) {
    RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
    log.commit(call("Nightly.load", 0), payload("small"));
    log.commit(call("Nightly.parse", 0), noise(100_000));
    return log;
  }

  private void requireOnlyTheMarker() {
    assertThat(storage.list(FOLDER).objects()).containsExactly("TOMB");
    assertThat(storage.list(FOLDER.resolve("packs")).objects()).isEmpty();
  }

  @Test
  void onlyTheMarkerStaysAndTheGenerationIsNotUsedAgain() {
    try (RunStore store = open(storage)) {
      begin(store).end(RunEnd.PLAIN);

      assertThat(store.delete(newest(store))).isEmpty();

      requireOnlyTheMarker();
      assertThat(newest(store).status()).isEqualTo(Status.DELETED);
      assertThat(newest(store).run().generation()).isEqualTo(1);
      assertThat(store.create(KEY, 1, FACTS)).isEmpty();
      assertThat(store.create(KEY, 2, FACTS)).isPresent();
    }
  }

  @Test
  void aRunThatIsOwnedStays() {
    try (RunStore owner = open(storage);
        RunStore other = open(storage)) {
      RunLog log = begin(owner);

      assertThat(other.delete(newest(other))).isPresent();

      log.commit(call("Nightly.report", 0), payload("more"));
      assertThat(newest(other).checkpoints()).hasSize(3);
    }
  }

  @Test
  void anOwnerThatWasPausedCommitsNothingIntoTheEmptiness() {
    RunLog paused = deletedUnderItsOwner(storage);

    assertThatThrownBy(() -> paused.commit(call("Nightly.report", 0), noise(100_000)))
        .isInstanceOf(FencedException.class);
    try (RunStore store = open(storage)) {
      assertThat(newest(store).status()).isEqualTo(Status.DELETED);
      store.delete(newest(store));
    }
    requireOnlyTheMarker();
  }

  @Test
  void withoutTheMarkerItWould() {
    RunLog paused =
        deletedUnderItsOwner(
            new ForwardingStorage(storage) {
              @Override
              public boolean putIfAbsent(StorageKey key, Payload content) {
                return key.name().equals("TOMB") || super.putIfAbsent(key, content);
              }
            });

    Checkpoint lost = paused.commit(call("Nightly.report", 0), payload("into emptiness"));

    assertThat(lost.seq()).isEqualTo(4);
  }

  /** A log whose owner gives no sign of life while another process deletes its run. */
  private RunLog deletedUnderItsOwner(Storage used) {
    RunLog paused = begin(open(storage));
    RunStore other = open(used);
    Optional<Claim.Owned> owner = other.delete(newest(other));
    clock.advance(owner.orElseThrow().within().plusSeconds(1));
    assertThat(other.delete(newest(other))).isEmpty();
    return paused;
  }

  @ParameterizedTest
  @EnumSource
  void aDeletionThatWasCutOffIsFinishedByTheNext(Fault fault) {
    int calls = callsOfADeletion();
    for (int number = 1; number <= calls; number++) {
      storage = new MemoryStorage();
      complete();

      delete(FaultyStorage.failingFrom(storage, fault, number));

      requireWholeOrDeleted(fault + " from call " + number);
      delete(storage);
      requireOnlyTheMarker();
    }
  }

  private void complete() {
    try (RunStore store = open(storage)) {
      begin(store).end(RunEnd.PLAIN);
    }
  }

  private int callsOfADeletion() {
    complete();
    FaultyStorage counting = FaultyStorage.counting(storage);
    delete(counting);
    return counting.calls();
  }

  private void delete(Storage faulty) {
    try (RunStore store = open(faulty)) {
      store.delete(newest(store));
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("Cannot");
    }
  }

  private void requireWholeOrDeleted(String where) {
    try (RunStore store = open(storage)) {
      RunHistory now = newest(store);
      if (now.status() != Status.DELETED) {
        assertThat(now.status()).as(where).isEqualTo(Status.COMPLETE);
        assertThat(now.damages()).as(where).isEmpty();
        now.checkpoints().forEach(one -> assertThat(store.read(one).sizeBytes()).isPositive());
      }
    }
  }
}
