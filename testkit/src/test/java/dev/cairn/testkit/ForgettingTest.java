package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgettingTest {
  private static final int LARGE = 200_000;
  private static final List<Fault> FAULTS = List.of(Fault.values());

  private final ManualClock clock = ManualClock.atNoon();
  private MemoryStorage storage = new MemoryStorage();
  private final Map<Checkpoint, byte[]> acknowledged = new LinkedHashMap<>();
  private final Set<Long> given = new HashSet<>();
  private int saves;

  private RunStore open(Storage used) {
    return RunStore.open(
        used,
        RunStoreOptions.usual(warning -> assertThat(warning).contains("Cannot"))
            .withClocks(clock, clock::nanoTime));
  }

  /** As the next attempt, which waits until the one before is silent long enough. */
  private RunLog claimed(RunStore store) {
    Claim claim = store.claim(newest(store));
    if (claim instanceof Claim.Owned owned) {
      clock.advance(owned.within().plusSeconds(1));
      claim = store.claim(newest(store));
    }
    return RunStoreTest.claimed(claim);
  }

  private Checkpoint save(RunLog log, Optional<Checkpoint> base) {
    byte[] bytes = noise(LARGE).toBytes();
    bytes[saves] = 1;
    Checkpoint saved = log.commit(call("Nightly.step", saves++), Payload.of(bytes), base);
    acknowledged.put(saved, bytes);
    return saved;
  }

  private void forget(RunLog log, Set<Long> entries) {
    given.addAll(entries);
    log.forget(entries);
  }

  private void requireAllThatWasKept(RunStore store, String where) {
    RunHistory now = newest(store);
    assertThat(now.damages()).as(where).isEmpty();
    acknowledged.forEach(
        (saved, bytes) -> {
          assertThat(now.isUsable(saved) || given.contains(saved.seq())).as(where).isTrue();
        });
    now.checkpoints().stream()
        .filter(now::isUsable)
        .filter(acknowledged::containsKey)
        .forEach(
            one ->
                assertThat(store.read(one).toBytes()).as(where).isEqualTo(acknowledged.get(one)));
  }

  private long packs() {
    return storage.list(new StorageKey(folder() + "/packs")).objects().size();
  }

  private static String folder() {
    return "runs/+nightly.run/" + KEY.digest() + "/1";
  }

  @Test
  void whatWasForgottenIsGoneAndNothingElse() {
    try (RunStore store = open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint first = save(log, Optional.empty());
      Checkpoint second = save(log, Optional.empty());

      forget(log, Set.of(first.seq()));

      requireAllThatWasKept(store, "one of two");
      assertThat(newest(store).isForgotten(first)).isTrue();
      assertThat(newest(store).isUsable(second)).isTrue();
      assertThat(packs()).isEqualTo(1);
    }
  }

  @Test
  void aBaseThatIsNeededIsKept() {
    try (RunStore store = open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint base = save(log, Optional.empty());
      Checkpoint delta = save(log, Optional.of(base));
      assertThat(delta.payload().isDelta()).isTrue();

      assertThatThrownBy(() -> log.forget(Set.of(base.seq())))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("needed by later ones");
      assertThatThrownBy(() -> log.forget(Set.of(1L)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("these are none");
      requireAllThatWasKept(store, "refused");

      forget(log, Set.of(base.seq(), delta.seq()));
      assertThat(packs()).isZero();
    }
  }

  @Test
  void whatWasForgottenIsNoBaseAnyMore() {
    try (RunStore store = open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint base = save(log, Optional.empty());
      forget(log, Set.of(base.seq()));

      Checkpoint next = save(log, Optional.of(base));

      assertThat(next.payload().isDelta()).isFalse();
      requireAllThatWasKept(store, "after it");
    }
  }

  @Test
  void anAttemptThatLostTheRunForgetsNothing() {
    RunLog old = open(storage).create(KEY, 1, FACTS).orElseThrow();
    Checkpoint saved = save(old, Optional.empty());
    old.close();
    try (RunStore store = open(storage)) {
      RunLog older = claimed(store);
      older.close();
      RunLog newer = claimed(store);

      assertThatThrownBy(() -> older.forget(Set.of(saved.seq())))
          .isInstanceOfAny(FencedException.class, StoreException.class);
      assertThat(newer.read(saved).sizeBytes()).isEqualTo(LARGE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFaultAnywhereLosesNothingThatWasKept(Fault fault) {
    FaultyStorage counting = FaultyStorage.counting(new MemoryStorage());
    work(counting);
    for (int number = 1; number <= counting.calls(); number++) {
      startAfresh();

      work(FaultyStorage.failingFrom(storage, fault, number));

      try (RunStore store = open(storage)) {
        if (!store.runs().isEmpty()) {
          requireAllThatWasKept(store, fault + " from call " + number);
        }
      }
    }
  }

  private void startAfresh() {
    storage = new MemoryStorage();
    acknowledged.clear();
    given.clear();
    saves = 0;
  }

  private void work(Storage faulty) {
    try (RunStore store = open(faulty)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint base = save(log, Optional.empty());
      Checkpoint delta = save(log, Optional.of(base));
      save(log, Optional.empty());
      forget(log, Set.of(base.seq(), delta.seq()));
      save(log, Optional.of(base));
      log.close();
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("Cannot");
    }
  }

  @Test
  void whatACrashLeftOfAPackGoesWithTheNextForgetting() {
    RunStore broken = open(new UndeletableStorage(storage));
    RunLog log = broken.create(KEY, 1, FACTS).orElseThrow();
    Checkpoint first = save(log, Optional.empty());
    Checkpoint second = save(log, Optional.empty());
    assertThatThrownBy(() -> forget(log, Set.of(first.seq()))).isInstanceOf(StoreException.class);
    broken.close();
    assertThat(packs()).isEqualTo(2);

    try (RunStore store = open(storage)) {
      forget(claimed(store), Set.of(second.seq()));

      assertThat(packs()).isZero();
      requireAllThatWasKept(store, "all forgotten");
    }
  }

  /** Refuses to delete. */
  private static final class UndeletableStorage extends ForwardingStorage {
    UndeletableStorage(Storage storage) {
      super(storage);
    }

    @Override
    public void delete(StorageKey key) {
      if (key.path().endsWith(".pack")) {
        throw StoreException.rejected(key.path(), "Cannot delete: a fault was ordered", null);
      }
      super.delete(key);
    }
  }

  @Test
  void afterAnySequenceEverythingListedLoads() {
    for (int seed = 0; seed < 60; seed++) {
      startAfresh();
      SplittableRandom random = new SplittableRandom(seed);
      for (int attempt = 0; attempt < 4; attempt++) {
        attempt(random, FaultyStorage.failingFrom(storage, fault(random), random.nextInt(5, 120)));
        try (RunStore store = open(storage)) {
          if (!store.runs().isEmpty()) {
            requireAllThatWasKept(store, "seed " + seed + ", attempt " + attempt);
          }
        }
      }
    }
  }

  private static Fault fault(SplittableRandom random) {
    return FAULTS.get(random.nextInt(FAULTS.size()));
  }

  private void attempt(SplittableRandom random, Storage faulty) {
    try (RunStore store = open(faulty)) {
      RunLog log =
          store.runs().isEmpty() ? store.create(KEY, 1, FACTS).orElseThrow() : claimed(store);
      for (int step = 0; step < 12; step++) {
        if (random.nextInt(3) > 0) {
          save(log, any(random, newest(store)));
        } else {
          forget(log, unneeded(random, newest(store)));
        }
      }
      log.close();
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("Cannot");
    }
  }

  private static Optional<Checkpoint> any(SplittableRandom random, RunHistory now) {
    List<Checkpoint> some = now.checkpoints();
    return some.isEmpty() || random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(some.get(random.nextInt(some.size())));
  }

  private static Set<Long> unneeded(SplittableRandom random, RunHistory now) {
    List<Checkpoint> live =
        now.checkpoints().stream().filter(one -> !now.isForgotten(one)).toList();
    List<Checkpoint> kept = live.stream().filter(one -> random.nextInt(3) > 0).toList();
    Set<Long> gone = new HashSet<>();
    live.forEach(one -> gone.add(one.seq()));
    gone.removeAll(now.needed(kept));
    return gone;
  }

  @Test
  void theCheckFindsAPackThatWentTooEarly() {
    RunStore store = open(storage);
    save(store.create(KEY, 1, FACTS).orElseThrow(), Optional.empty());
    StorageKey packs = new StorageKey(folder() + "/packs");
    IntStream.range(0, (int) packs())
        .forEach(i -> storage.delete(packs.resolve(storage.list(packs).objects().get(0))));

    assertThatThrownBy(() -> requireAllThatWasKept(store, "sabotaged"))
        .isInstanceOf(AssertionError.class);
  }
}
