package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Sha256;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Snapshots that are stored as what makes them of earlier ones. */
class DeltaChainTest {
  private static final StorageKey FOLDER =
      new StorageKey("runs/+nightly.run/" + KEY.digest() + "/1");
  private static final int SIZE = 200_000;
  private static final Deltas ROOMY = new Deltas(10, 10_000_000);

  private final MemoryStorage storage = new MemoryStorage();
  private final Map<Checkpoint, byte[]> committed = new LinkedHashMap<>();

  @Test
  void readsEachSnapshotOfAChainAloneAndStoresLittle() {
    commitChain(storage, ROOMY, 5);

    assertThat(bases()).containsExactly(0L, 2L, 3L, 4L, 5L);
    assertThat(storedBytes().subList(1, 5)).allMatch(stored -> stored < 2_000);
    requireAllServed();
  }

  @Test
  void storesEveryTenthInFull() {
    commitChain(storage, ROOMY, 23);

    assertThat(bases().indexOf(0L)).isZero();
    assertThat(fullOnes()).containsExactly(0, 10, 20);
    requireAllServed();
  }

  @Test
  void storesAllInFullWhereThatIsAskedFor() {
    commitChain(storage, new Deltas(1, 10_000_000), 3);

    assertThat(bases()).containsOnly(0L);
  }

  @Test
  void storesInFullWhatIsMostlyNewTooSmallOrTooLarge() {
    try (RunStore store = open(storage, new Deltas(10, 100_000))) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint first = commit(log, 0, noise(50_000), Optional.empty());
      commit(log, 1, noise(50_001), Optional.of(first));
      Checkpoint small = commit(log, 2, noise(4_000), Optional.of(first));
      commit(log, 3, noise(4_000), Optional.of(small));
      Checkpoint large = commit(log, 4, noise(100_001), Optional.of(first));
      commit(log, 5, noise(100_001), Optional.of(large));
    }

    assertThat(bases()).containsOnly(0L);
    requireAllServed();
  }

  @Test
  void readsABaseBackThatHasNoRoomInMemoryAnyMore() {
    try (RunStore store = open(storage, new Deltas(10, SIZE + 1))) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Checkpoint first = commit(log, 0, state(0), Optional.empty());
      commit(log, 1, noise(SIZE), Optional.empty());
      commit(log, 2, state(1), Optional.of(first));
    }

    assertThat(bases()).containsExactly(0L, 0L, 2L);
    requireAllServed();
  }

  @Test
  void goesOnWithAChainInALaterAttempt() {
    commitChain(storage, ROOMY, 4);
    try (RunStore store = open(storage, ROOMY)) {
      RunLog log = claimed(store.claim(newest(store)));
      Optional<Checkpoint> last = Optional.of(log.history().checkpoints().get(3));
      for (int i = 4; i < 12; i++) {
        last = Optional.of(commit(log, i, state(i), last));
      }
    }

    assertThat(fullOnes()).containsExactly(0, 10);
    requireAllServed();
  }

  @Test
  void storesInFullWhereTheBaseIsDamaged() {
    commitChain(storage, ROOMY, 1);
    List<String> warnings = new ArrayList<>();
    RunStoreOptions options = RunStoreOptions.usual(warnings::add).with(ROOMY);
    try (RunStore store = RunStore.open(storage, options)) {
      RunLog log = claimed(store.claim(newest(store)));
      Checkpoint base = log.history().checkpoints().get(0);
      flip(storage.keys().stream().filter(key -> key.path().endsWith(".pack")).toList().get(0));
      commit(log, 1, state(1), Optional.of(base));
    }

    assertThat(bases()).containsExactly(0L, 0L);
    assertThat(warnings).singleElement().asString().contains("since its base is lost");
  }

  @Test
  void isDamagedWithItsBaseAndNothingElseIs() {
    commitChain(storage, new Deltas(3, 10_000_000), 6); // 2 3 4, 5 6 7
    flip(pack(2));

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      List<Checkpoint> all = newest(store).checkpoints();
      for (int i = 1; i < 3; i++) {
        Checkpoint lost = all.get(i);
        assertThatThrownBy(() -> store.read(lost))
            .isInstanceOf(DamagedException.class)
            .hasMessageContaining(lost.seq() + ".json: its base, entry 2, is damaged");
      }
      for (Checkpoint kept : all.subList(3, 6)) {
        assertThat(store.read(kept).toBytes()).isEqualTo(committed.get(kept));
      }
    }
  }

  @Test
  void isListedAsNotUsableWhereItsBaseIsMissing() {
    commitChain(storage, new Deltas(3, 10_000_000), 6);
    storage.delete(pack(2));

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      RunHistory history = newest(store);

      assertThat(history.checkpoints().stream().filter(history::isUsable))
          .extracting(Checkpoint::seq)
          .containsExactly(5L, 6L, 7L);
      assertThat(history.damages())
          .extracting(Damage::expected)
          .containsExactly("a pack", "its base, entry 2", "its base, entry 3");
    }
  }

  @Test
  void isListedAsNotUsableWhereTheEntryOfItsBaseIsDamaged() {
    commitChain(storage, new Deltas(3, 10_000_000), 6);
    flip(FOLDER.resolve("00000003.json"));

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      RunHistory history = newest(store);

      assertThat(history.checkpoints().stream().filter(history::isUsable))
          .extracting(Checkpoint::seq)
          .containsExactly(2L, 5L, 6L, 7L);
      Checkpoint lost = history.checkpoints().get(1);
      assertThat(lost.seq()).isEqualTo(4);
      assertThatThrownBy(() -> store.read(lost)).isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void needsAllThatItsChainNeeds() {
    commitChain(storage, new Deltas(3, 10_000_000), 6);

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      RunHistory history = newest(store);

      assertThat(history.needed(List.of(history.checkpoints().get(5))))
          .containsExactlyInAnyOrder(5L, 6L, 7L);
      assertThat(history.needed(List.of(history.checkpoints().get(1))))
          .containsExactlyInAnyOrder(2L, 3L);
    }
  }

  @Test
  void servesNothingFromAnotherBase() {
    commitChain(storage, ROOMY, 3);
    // the same entry with another base, of equal size, as if its writer had mistaken it
    rewrite(4, line -> line.replace("\"base\":3", "\"base\":2"));

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      Checkpoint other = newest(store).checkpoints().get(2);

      assertThat(other.payload().base()).isEqualTo(2);
      assertThatThrownBy(() -> store.read(other))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining("expected digest");
    }
  }

  @Test
  void takesNoBaseThatDoesNotStandBeforeIt() {
    commitChain(storage, ROOMY, 3);
    rewrite(4, line -> line.replace("\"base\":3", "\"base\":4"));

    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      assertThat(newest(store).damages())
          .singleElement()
          .asString()
          .contains("expected a base before entry 4, found base 4");
    }
  }

  @Test
  void refusesADeltaOfAnotherFormAndFlagsOfALaterVersion() {
    commitChain(storage, ROOMY, 3);
    rewrite(4, line -> line.replace("copy-insert/1", "copy-insert/2"));
    requireNewer("found a delta of form copy-insert/2");

    rewrite(4, line -> line.replace("copy-insert/2", "copy-insert/1"));
    rewrite(4, line -> line.replace("\"notes\":", "\"flags\":[\"folded\"],\"notes\":"));
    requireNewer("found flags folded");
  }

  private void requireNewer(String found) {
    try (RunStore store = RunStore.openReadOnly(storage, options(ROOMY))) {
      RunHistory history = newest(store);
      assertThat(history.status()).isEqualTo(Status.UNREADABLE);
      assertThat(history.damages()).singleElement().asString().contains(found);
    }
  }

  @Test
  void losesNothingAcknowledgedWhereverItsWriterDies() {
    FaultyStorage counting = FaultyStorage.counting(new MemoryStorage());
    commitChain(counting, new Deltas(3, 300_000), 6);
    int calls = counting.calls();
    for (Fault fault : Fault.values()) {
      for (int call = 1; call <= calls; call++) {
        MemoryStorage kept = new MemoryStorage();
        committed.clear();
        commitUntilFailure(FaultyStorage.failingFrom(kept, fault, call));
        requireAllServed(kept);
      }
    }
  }

  private void commitUntilFailure(Storage dying) {
    try {
      commitChain(dying, new Deltas(3, 300_000), 6);
    } catch (CairnException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private void requireAllServed() {
    requireAllServed(storage);
  }

  private void requireAllServed(Storage on) {
    if (committed.isEmpty()) {
      return;
    }
    try (RunStore store = RunStore.openReadOnly(on, options(Deltas.NONE))) {
      RunHistory history = newest(store);
      assertThat(history.checkpoints()).containsAll(committed.keySet());
      committed.forEach(
          (checkpoint, raw) -> {
            assertThat(history.isUsable(checkpoint)).isTrue();
            assertThat(store.read(checkpoint).toBytes()).isEqualTo(raw);
          });
    }
  }

  private void commitChain(Storage on, Deltas deltas, int count) {
    RunStoreOptions options = RunStoreOptions.usual(warning -> {}).with(deltas);
    try (RunStore store = RunStore.open(on, options)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Optional<Checkpoint> last = Optional.empty();
      for (int i = 0; i < count; i++) {
        last = Optional.of(commit(log, i, state(i), last));
      }
    }
  }

  private Checkpoint commit(RunLog log, int occurrence, Payload raw, Optional<Checkpoint> base) {
    Checkpoint checkpoint = log.commit(call("Nightly.step", occurrence), raw, base);
    committed.put(checkpoint, raw.toBytes());
    return checkpoint;
  }

  /** A large state with a few changes more each time. */
  private static Payload state(int changes) {
    byte[] bytes = noise(SIZE).toBytes();
    for (int i = 1; i <= changes; i++) {
      bytes[i * 7_001 % SIZE] += (byte) i;
    }
    return Payload.of(bytes);
  }

  private List<Long> bases() {
    return committed.keySet().stream().map(one -> one.payload().base()).toList();
  }

  private List<Long> storedBytes() {
    return committed.keySet().stream().map(one -> one.payload().storedBytes()).toList();
  }

  private List<Integer> fullOnes() {
    List<Integer> full = new ArrayList<>();
    List<Long> bases = bases();
    for (int i = 0; i < bases.size(); i++) {
      if (bases.get(i) == 0) {
        full.add(i);
      }
    }
    return full;
  }

  private StorageKey pack(long seq) {
    return committed.keySet().stream()
        .filter(one -> one.seq() == seq)
        .map(one -> FOLDER.resolve("packs").resolve(one.payload().pack().orElseThrow() + ".pack"))
        .findFirst()
        .orElseThrow();
  }

  private void flip(StorageKey key) {
    byte[] bytes = bytes(key);
    bytes[bytes.length / 2] ^= 1;
    storage.put(key, Payload.of(bytes));
  }

  private byte[] bytes(StorageKey key) {
    try (var object = storage.get(key).orElseThrow()) {
      return object.stream().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void rewrite(int slot, UnaryOperator<String> change) {
    StorageKey key = FOLDER.resolve("0000000" + slot + ".json");
    String line = change.apply(new String(bytes(key), UTF_8).lines().findFirst().orElseThrow());
    String hash = Sha256.of(Payload.of((line + "\n").getBytes(UTF_8))).hex();
    storage.put(key, Payload.of((line + "\n" + hash + "\n").getBytes(UTF_8)));
  }

  private static RunStore open(Storage on, Deltas deltas) {
    return RunStore.open(on, options(deltas));
  }

  private static RunStoreOptions options(Deltas deltas) {
    return RunStoreOptions.usual(
            warning -> {
              throw new AssertionError(warning);
            })
        .with(deltas);
  }
}
