package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.model.UndoneTry;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void readsInALaterProcessWhatWasCommitted() {
    Checkpoint small;
    Checkpoint large;
    try (RunStore store = Calls.open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      small = log.commit(call("Nightly.load", 0), payload("small"));
      large = log.commit(call("Nightly.parse", 0), noise(300_000));
    }

    try (RunStore store = Calls.open(storage)) {
      RunHistory history = newest(store);

      assertThat(history.checkpoints()).containsExactly(small, large);
      assertThat(history.opened()).contains(FACTS);
      assertThat(history.status()).isEqualTo(Status.UNFINISHED);
      assertThat(history.damages()).isEmpty();
      assertThat(store.read(small).toBytes()).isEqualTo(payload("small").toBytes());
      assertThat(store.read(large).toBytes()).isEqualTo(noise(300_000).toBytes());
      assertThat(small.payload().pack()).isEmpty();
      assertThat(large.payload().pack()).isPresent();
    }
  }

  @Test
  void leavesNothingOfTheTryOutWhereSeveralMakeAStoreAtOnce(@TempDir Path root) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<RunStore> opening = () -> Calls.open(DirectoryStorage.open(root));
      for (Future<RunStore> opened : threads.invokeAll(Collections.nCopies(4, opening))) {
        opened.get().close();
      }
    } finally {
      threads.shutdown();
    }

    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.map(path -> root.relativize(path).toString()))
          .containsExactlyInAnyOrder("", "STORE.json", "tmp");
    }
  }

  @Test
  void keepsTheResultOfACompleteRun() {
    try (RunStore store = Calls.open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.end(
          "kryo",
          List.of("com.acme.Report"),
          payload("the report"),
          new RunEnd(Map.of("calls", "7"), List.of()));
    }

    try (RunStore store = Calls.open(storage)) {
      RunHistory history = newest(store);

      assertThat(history.status()).isEqualTo(Status.COMPLETE);
      assertThat(history.result().orElseThrow().classes()).containsExactly("com.acme.Report");
      assertThat(history.totals()).containsEntry("calls", "7");
      assertThat(store.readResult(history).map(Calls::text)).contains("the report");
    }
  }

  @Test
  void endsWithoutAResult() {
    try (RunStore store = Calls.open(storage)) {
      store.create(KEY, 1, FACTS).orElseThrow().end(RunEnd.PLAIN);

      assertThat(newest(store).status()).isEqualTo(Status.COMPLETE);
      assertThat(newest(store).result()).isEmpty();
      assertThat(store.readResult(newest(store))).isEmpty();
    }
  }

  @Test
  void takesNoCommitAfterTheEnd() {
    try (RunStore store = Calls.open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.end(RunEnd.PLAIN);

      assertThatThrownBy(() -> log.commit(call("Nightly.load", 0), payload("late")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("has ended");
    }
  }

  @Test
  void keepsWhichTriesWerePutBack() {
    try (RunStore store = Calls.open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.undo(List.of(2L, 5L), OptionalLong.of(7));
      log.undo(List.of(9L), OptionalLong.empty());

      assertThat(newest(store).undone())
          .containsExactly(
              new UndoneTry(1, List.of(2L, 5L), OptionalLong.of(7)),
              new UndoneTry(1, List.of(9L), OptionalLong.empty()));
      assertThat(newest(store).lastUnreadable()).isZero();
    }
  }

  @Test
  void putsTheCommitsOfManyThreadsInAnOrder() throws Exception {
    int threads = 8;
    int each = 25;
    try (RunStore store = Calls.open(storage)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      ExecutorService stages =
          Executors.newFixedThreadPool(threads, task -> new Thread(task, "stage"));
      Callable<Boolean> commits =
          () -> {
            for (int n = 0; n < each; n++) {
              log.commit(call("Nightly.part", n), payload("part " + n));
            }
            return true;
          };
      for (Future<Boolean> end : stages.invokeAll(Collections.nCopies(threads, commits))) {
        assertThat(end.get()).isTrue();
      }
      stages.shutdown();

      assertThat(newest(store).checkpoints()).hasSize(threads * each);
      assertThat(newest(store).damages()).isEmpty();
    }
  }

  @Test
  void saysThatItWasClosed() {
    RunStore store = Calls.open(storage);
    RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
    store.close();

    assertThatThrownBy(() -> log.commit(call("Nightly.load", 0), payload("late")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it was closed");
  }

  @Test
  void continuesTheLogOfARunThatWasLetGo() {
    try (RunStore store = Calls.open(storage)) {
      store.create(KEY, 1, FACTS).orElseThrow().commit(call("Nightly.load", 0), payload("a"));
    }

    try (RunStore store = Calls.open(storage)) {
      RunLog log = claimed(store.claim(newest(store)));
      Checkpoint second = log.commit(call("Nightly.parse", 1), payload("b"));

      assertThat(log.epoch()).isEqualTo(3);
      assertThat(second.epoch()).isEqualTo(3);
      assertThat(log.history().checkpoints()).hasSize(1);
      assertThat(newest(store).checkpoints()).hasSize(2);
      assertThat(newest(store).attempts()).hasSize(2);
      assertThat(newest(store).damages()).isEmpty();
    }
  }

  @Test
  void opensAGenerationOnce() {
    try (RunStore store = Calls.open(storage)) {
      store.create(KEY, 1, FACTS).orElseThrow();

      assertThat(store.create(KEY, 1, FACTS)).isEmpty();
      assertThat(store.create(KEY, 2, FACTS)).isPresent();
      assertThat(newest(store).run().generation()).isEqualTo(2);
    }
  }

  @Test
  void listsRunsWithAnyName() {
    List<String> names = List.of("../../etc", "CON", "nul.txt", "a/b", "Ünï", "a.", ".a", "A", "a");
    try (RunStore store = Calls.open(storage)) {
      names.forEach(name -> store.create(new RunKey(name, "k"), 1, FACTS).orElseThrow());

      assertThat(store.runs())
          .extracting(RunId::pipeline)
          .containsExactlyInAnyOrderElementsOf(names);
      assertThat(store.runs()).allSatisfy(run -> assertThat(store.find(run)).isPresent());
    }
  }

  @Test
  void claimsNoCompleteRun() {
    try (RunStore store = Calls.open(storage)) {
      store.create(KEY, 1, FACTS).orElseThrow().end(RunEnd.PLAIN);

      assertThat(store.claim(newest(store))).isInstanceOf(Claim.Ended.class);
    }
  }

  @Test
  void claimsWithoutReadingAnEntryTwice() {
    List<String> read = new ArrayList<>();
    try (RunStore store = Calls.open(watched(read))) {
      commitOne(store);
      RunHistory history = newest(store);
      read.clear();

      RunLog log = claimed(store.claim(history));

      assertThat(read)
          .filteredOn(task -> task.startsWith("get "))
          .isNotEmpty()
          .noneMatch(RunStoreTest::isEntry);
      assertThat(log.history().checkpoints()).isEqualTo(history.checkpoints());
    }
  }

  @Test
  void claimsWithWhatBecameOfAnEntryMeanwhile() {
    List<String> read = new ArrayList<>();
    try (RunStore store = Calls.open(watched(read))) {
      commitOne(store);
      RunHistory history = newest(store);
      StorageKey entry = storage.keys().stream().filter(key -> isEntry(key.path())).toList().get(1);
      byte[] bytes = storage.get(entry).orElseThrow().stream().readAllBytes();
      bytes[bytes.length / 2] ^= 1;
      storage.put(entry, Payload.of(bytes));
      read.clear();

      RunLog log = claimed(store.claim(history));

      assertThat(read).contains("get " + entry);
      assertThat(history.checkpoints()).hasSize(1);
      assertThat(log.history().checkpoints()).isEmpty();
      assertThat(log.history().damages()).hasSize(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void commitOne(RunStore store) {
    try (RunLog log = store.create(KEY, 1, FACTS).orElseThrow()) {
      log.commit(call("Nightly.load", 0), payload("a"));
    }
  }

  private static boolean isEntry(String path) {
    return path.matches(".*/\\d{8}\\.json");
  }

  private WatchedStorage watched(List<String> tasks) {
    return new WatchedStorage(storage) {
      @Override
      protected <T> T around(String task, Supplier<T> call) {
        synchronized (tasks) {
          tasks.add(task);
        }
        return call.get();
      }
    };
  }

  @Test
  void writesNothingIntoAStoreOpenedForReading() {
    Calls.open(storage).close();
    List<?> before = storage.keys();

    try (RunStore store = RunStore.openReadOnly(storage, Calls.options(ManualClock.atNoon()))) {
      assertThatThrownBy(() -> store.create(KEY, 1, FACTS))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("open for reading");
      assertThat(store.runs()).isEmpty();
    }

    assertThat(storage.keys()).isEqualTo(before);
  }

  @Test
  void saysWhenThereIsNoStoreToRead() {
    assertThatThrownBy(() -> RunStore.openReadOnly(storage, Calls.options(ManualClock.atNoon())))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("expected STORE.json in it, found none");
  }

  static RunHistory newest(RunStore store) {
    return store.newest(KEY).orElseThrow();
  }

  static RunLog claimed(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    return ((Claim.Claimed) claim).log();
  }
}
