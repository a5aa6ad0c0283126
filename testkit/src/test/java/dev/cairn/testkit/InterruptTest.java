package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {
  @TempDir Path folder;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void anInterruptedApplicationSavesAndRestoresAsEver() {
    Thread.currentThread().interrupt();

    Checkpoint saved = saveAll(DirectoryStorage.open(folder));
    try (RunStore store = Calls.open(DirectoryStorage.open(folder))) {
      assertThat(newest(store).checkpoints()).containsExactly(saved);
      assertThat(store.read(saved).sizeBytes()).isEqualTo(100_000);
      assertThat(store.runs()).hasSize(1);
      assertThat(store.readResult(newest(store))).isPresent();
    }

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void everyCallOfAStorageComesFromAThreadOfCairns() {
    Watch watch = new Watch(new MemoryStorage());

    saveAll(watch);

    assertThat(watch.threads).isNotEmpty().allMatch(name -> name.startsWith("cairn-"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptAtAnyCallDisturbsNothing(boolean encrypted) {
    Optional<Secret> secret = encrypted ? Optional.of(Calls.key(1)) : Optional.empty();
    Calls.open(DirectoryStorage.open(folder), secret).close();
    Interrupting counting = new Interrupting(DirectoryStorage.open(folder), 0);
    saveAndReadBack(counting, secret, 1);
    assertThat(counting.calls).hasValueGreaterThan(20);

    for (int call = 1; call <= counting.calls.get(); call++) {
      saveAndReadBack(new Interrupting(DirectoryStorage.open(folder), call), secret, call + 1);

      assertThat(Thread.interrupted()).as("still set after call " + call).isTrue();
    }
  }

  private static void saveAndReadBack(Storage storage, Optional<Secret> secret, int generation) {
    try (RunStore store = Calls.open(storage, secret)) {
      RunLog log = store.create(KEY, generation, FACTS).orElseThrow();
      Checkpoint small = log.commit(call("Nightly.step", 0), payload("small"));
      Checkpoint large = log.commit(call("Nightly.step", 1), noise(70_000));
      log.end(RunEnd.PLAIN);
      assertThat(newest(store).damages()).isEmpty();
      assertThat(newest(store).checkpoints()).containsExactly(small, large);
      assertThat(Calls.text(store.read(small))).isEqualTo("small");
      assertThat(store.read(large).toBytes()).isEqualTo(noise(70_000).toBytes());
    }
  }

  private static Checkpoint saveAll(Storage storage) {
    try (RunStore store = Calls.open(storage)) {
      store.create(KEY, 1, FACTS).orElseThrow().close();
      RunLog log = claimed(store.claim(newest(store)));
      Checkpoint saved = log.commit(call("Nightly.step", 0), noise(100_000));
      assertThat(log.read(saved).sizeBytes()).isEqualTo(100_000);
      log.end("kryo", List.of(), noise(70_000), RunEnd.PLAIN);
      return saved;
    }
  }

  /** Notes which threads come. */
  private static final class Watch extends WatchedStorage {
    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    Watch(Storage storage) {
      super(storage);
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      threads.add(Thread.currentThread().getName());
      return call.get();
    }
  }

  /** Interrupts at one call whoever makes it, and the application. */
  private static final class Interrupting extends WatchedStorage {
    private final Thread application = Thread.currentThread();
    private final AtomicInteger calls = new AtomicInteger();
    private final int interrupted;

    Interrupting(Storage storage, int interrupted) {
      super(storage);
      this.interrupted = interrupted;
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      if (calls.incrementAndGet() == interrupted) {
        application.interrupt();
        Thread.currentThread().interrupt();
      }
      return call.get();
    }
  }
}
