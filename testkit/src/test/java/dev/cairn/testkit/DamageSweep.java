package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of store must find out about damage to any of its objects. */
abstract class DamageSweep {
  final MemoryStorage storage = new MemoryStorage();
  private final Map<Checkpoint, byte[]> committed = new HashMap<>();

  /** What opens the store; nothing for a plain one. */
  abstract Optional<Secret> secret();

  @BeforeEach
  void writeASmallStore() {
    try (RunStore store = Calls.open(storage, secret())) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      commit(log, 0, payload("small"));
      commit(log, 1, noise(66_000));
    }
    try (RunStore store = Calls.open(storage, secret())) {
      RunLog log = claimed(store.claim(newest(store)));
      commit(log, 2, payload("of the second attempt"));
      log.end("kryo", List.of(), payload("result"), RunEnd.PLAIN);
    }
  }

  final void commit(RunLog log, int occurrence, Payload raw) {
    committed.put(log.commit(call("Nightly.step", occurrence), raw), raw.toBytes());
  }

  @Test
  void aWholeStoreHasNoDamageAndServesEverything() {
    assertThat(served()).isEqualTo(new Outcome(3, false));
  }

  @Test
  void everyFlippedByteIsDetectedOrHarmless() {
    RunStore reader = openReadOnly();
    int mutants = 0;
    for (StorageKey key : storage.keys()) {
      byte[] original = bytes(storage, key);
      // In the long middle of a pack one byte is like another.
      for (int at = 0; at < original.length; at += step(at, original.length)) {
        byte[] altered = original.clone();
        altered[at] ^= (byte) (1 << (at % 8));
        requireDetected(reader, key, altered, "byte " + at + " flipped");
        mutants++;
      }
      storage.put(key, Payload.of(original));
    }
    assertThat(mutants).isGreaterThan(5_000);
  }

  @Test
  void everyTruncationIsDetectedOrHarmless() {
    RunStore reader = openReadOnly();
    for (StorageKey key : storage.keys()) {
      byte[] original = bytes(storage, key);
      for (int length = 0; length < original.length; length += step(length, original.length)) {
        requireDetected(reader, key, Arrays.copyOf(original, length), "cut to " + length);
      }
      storage.put(key, Payload.of(original));
    }
  }

  @Test
  void everySwappedOrLengthenedFileIsDetectedOrHarmless() {
    RunStore reader = openReadOnly();
    List<StorageKey> keys = storage.keys();
    for (StorageKey key : keys) {
      byte[] original = bytes(storage, key);
      requireDetected(reader, key, Arrays.copyOf(original, original.length + 1), "one byte longer");
      for (StorageKey other : keys) {
        if (!other.equals(key)) {
          requireDetected(reader, key, bytes(storage, other), "replaced by " + other);
        }
      }
      storage.put(key, Payload.of(original));
    }
  }

  private static int step(int at, int length) {
    return at < 2_500 || at > length - 200 ? 1 : 997;
  }

  private void requireDetected(RunStore reader, StorageKey key, byte[] altered, String how) {
    storage.put(key, Payload.of(altered));
    boolean anew = !key.path().startsWith("runs/");
    Outcome outcome = anew ? served() : served(reader, concerning(key));
    boolean harmless = key.name().equals("hb") && outcome.served() == 3;
    assertThat(outcome.detected() || harmless).as(key + " " + how).isTrue();
    assertThat(storage.exists(key)).as("nothing damaged is deleted").isTrue();
  }

  /**
   * What a reader meets.
   *
   * @param served how many checkpoints it got, each as it was written
   * @param detected whether it was told of damage
   */
  record Outcome(int served, boolean detected) {}

  // A pack takes long to read; what stands in other files has no part in it.
  private static Predicate<Checkpoint> concerning(StorageKey key) {
    return checkpoint ->
        checkpoint.payload().pack().isEmpty()
            || key.path().endsWith(".pack")
            || key.path().endsWith("/0000000" + checkpoint.seq() + ".json");
  }

  final Outcome served() {
    try (RunStore store = openReadOnly()) {
      return served(store, checkpoint -> true);
    } catch (CairnException e) {
      return new Outcome(0, true);
    }
  }

  private RunStore openReadOnly() {
    return RunStore.openReadOnly(storage, Calls.options(ManualClock.atNoon()), secret());
  }

  // Checks on the way that nothing is ever served that was not committed.
  private Outcome served(RunStore store, Predicate<Checkpoint> concerned) {
    RunHistory history = newest(store);
    boolean detected = !history.damages().isEmpty();
    int served = 0;
    for (Checkpoint checkpoint : history.checkpoints()) {
      if (!concerned.test(checkpoint) || isServed(store, checkpoint)) {
        served++;
      } else {
        detected = true;
      }
    }
    detected |= history.status() == Status.COMPLETE && !servesResult(store, history);
    return new Outcome(served, detected);
  }

  private boolean isServed(RunStore store, Checkpoint checkpoint) {
    try {
      byte[] bytes = store.read(checkpoint).toBytes();
      assertThat(committed).containsKey(checkpoint);
      assertThat(bytes).isEqualTo(committed.get(checkpoint));
      return true;
    } catch (CairnException e) {
      return false;
    }
  }

  private static boolean servesResult(RunStore store, RunHistory history) {
    try {
      assertThat(store.readResult(history).map(Calls::text)).contains("result");
      return true;
    } catch (CairnException e) {
      return false;
    }
  }

  static byte[] bytes(MemoryStorage storage, StorageKey key) {
    try (StoredObject object = storage.get(key).orElseThrow()) {
      return object.stream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
