package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.key;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ListingCacheTest {
  private static final int WORTH_KEEPING = 500;

  private final MemoryStorage storage = new MemoryStorage();
  private final Kept cache = new Kept();
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void readsNoEntryTwice() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);
    reads.set(0);

    CheckpointPage again = list(Optional.empty(), cache);

    assertThat(again.total()).isEqualTo(WORTH_KEEPING);
    // its description, and no more
    assertThat(reads.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void listsTheSameWithItAsWithout() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);

    CheckpointPage again = list(Optional.empty(), cache);

    assertThat(again).isEqualTo(list(Optional.empty(), Cache.NONE));
  }

  @Test
  void whatItListsCanBeRead() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);
    Checkpoint listed = list(Optional.empty(), cache).checkpoints().get(0).checkpoint();

    try (RunStore store = open(Optional.empty(), cache)) {
      assertThat(store.read(listed).sizeBytes()).isPositive();
    }
  }

  @Test
  void seesWhatWasWrittenSinceAndWhatWasForgotten() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);
    try (RunStore store = Calls.open(storage)) {
      RunLog log = RunStoreTest.claimed(store.claim(RunStoreTest.newest(store)));
      log.forget(Set.of(7L));
      log.commit(call("Nightly.late", 1), payload("late"));
    }

    CheckpointPage again = list(Optional.empty(), cache);

    assertThat(again.total()).isEqualTo(WORTH_KEEPING + 1);
    assertThat(again).isEqualTo(list(Optional.empty(), Cache.NONE));
  }

  @Test
  void seesDamageThatChangedTheSizeOrTheTimesOfAnEntry() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);
    StorageKey third =
        storage.keys().stream().filter(key -> key.name().equals("00000003.json")).findFirst().get();
    storage.put(third, payload("not what was written"));

    CheckpointPage again = list(Optional.empty(), cache);

    assertThat(again.damages()).isEqualTo(1);
    assertThat(again).isEqualTo(list(Optional.empty(), Cache.NONE));
  }

  @Test
  void usesNothingOfADamagedOne() {
    fill(Optional.empty(), WORTH_KEEPING);
    CheckpointPage plain = list(Optional.empty(), cache);
    byte[] whole = cache.content();
    long seed = System.nanoTime();
    Random random = new Random(seed);

    for (int time = 0; time < 30; time++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      cache.put(damaged);

      assertThat(list(Optional.empty(), cache)).as("byte %d, seed %d", at, seed).isEqualTo(plain);
      assertThat(cache.content()).as("written anew").isEqualTo(whole);
    }
  }

  @Test
  void usesNothingOfOneThatWasCut() {
    fill(Optional.empty(), WORTH_KEEPING);
    CheckpointPage plain = list(Optional.empty(), cache);
    byte[] whole = cache.content();

    for (int length : new int[] {0, 1, 7, 8, 39, 40, whole.length / 2, whole.length - 1}) {
      cache.put(Arrays.copyOf(whole, length));

      assertThat(list(Optional.empty(), cache)).as("%d bytes", length).isEqualTo(plain);
    }
  }

  @Test
  void isEncryptedWhereTheStoreIs() {
    Optional<Secret> secret = Optional.of(key(1));
    fill(secret, WORTH_KEEPING);
    CheckpointPage first = list(secret, cache);
    reads.set(0);

    CheckpointPage again = list(secret, cache);

    assertThat(again).isEqualTo(first);
    assertThat(reads.get()).isLessThan(10);
    // chance writes no word that is as long as these
    assertThat(new String(cache.content(), ISO_8859_1))
        .doesNotContain("Nightly.parse", "com.acme.Page", "java.util.ArrayList");
  }

  @Test
  void isNotMadeForAFewEntries() {
    fill(Optional.empty(), 20);

    list(Optional.empty(), cache);

    assertThat(cache.isEmpty()).isTrue();
  }

  @Test
  void aDeepVerificationDoesNotUseIt() {
    fill(Optional.empty(), WORTH_KEEPING);
    list(Optional.empty(), cache);
    reads.set(0);

    try (RunStore store = open(Optional.empty(), cache)) {
      new Catalog(store).verify(run -> true, false);
    }

    assertThat(reads.get()).isGreaterThan(WORTH_KEEPING);
  }

  /** Every kind of entry, and what stands inline, in packs and as differences. */
  private void fill(Optional<Secret> secret, int checkpoints) {
    try (RunStore store = Calls.open(storage, secret)) {
      RunLog other = store.create(new RunKey("other", "a"), 1, FACTS).orElseThrow();
      other.commit(call("Nightly.load", 0), noise(100_000));
      other.end(
          "kryo",
          List.of("java.util.ArrayList"),
          payload("done"),
          new RunEnd(Map.of("calls", "1"), List.of()));
      RunLog log = store.create(Calls.KEY, 1, FACTS).orElseThrow();
      Checkpoint base = log.commit(call("Nightly.base", 0), noise(10_000));
      for (int number = 2; number < checkpoints; number++) {
        log.commit(call("Nightly.parse", number), noise(10_000), Optional.of(base));
      }
      log.undo(List.of(4L), OptionalLong.of(3));
      log.amend(Amendment.Kind.INVALIDATE, "Nightly.parse", "");
      log.forget(Set.of(3L));
    }
  }

  private CheckpointPage list(Optional<Secret> secret, Cache used) {
    try (RunStore store = open(secret, used)) {
      return new Catalog(store).checkpoints(CheckpointQuery.all());
    }
  }

  private RunStore open(Optional<Secret> secret, Cache used) {
    return RunStore.openReadOnly(
        new Counted(storage), Calls.options(ManualClock.atNoon()).with(used), secret);
  }

  /** Counts what is read. */
  private final class Counted extends WatchedStorage {
    Counted(Storage counted) {
      super(counted);
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      if (task.startsWith("get ")) {
        reads.incrementAndGet();
      }
      return call.get();
    }
  }

  /** A cache in memory. */
  private static final class Kept implements Cache {
    private final Map<String, Payload> contents = new HashMap<>();

    @Override
    public synchronized Optional<Payload> read(String name) {
      return Optional.ofNullable(contents.get(name));
    }

    @Override
    public synchronized void write(String name, Payload content) {
      contents.put(name, content);
    }

    synchronized byte[] content() {
      return contents.values().iterator().next().toBytes();
    }

    synchronized void put(byte[] content) {
      contents.replaceAll((name, old) -> Payload.of(content));
    }

    synchronized boolean isEmpty() {
      return contents.isEmpty();
    }
  }
}
