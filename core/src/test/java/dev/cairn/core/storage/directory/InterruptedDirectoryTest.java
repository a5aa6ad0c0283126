package dev.cairn.core.storage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoreThreads;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thread that uses a directory is interrupted before each effect that this has. */
class InterruptedDirectoryTest {
  private static final StorageKey KEY = new StorageKey("runs/p/1/00000001.json");
  private static final StorageKey OTHER = new StorageKey("runs/p/1/00000002.json");
  private static final Payload BEFORE = Payload.of(new byte[300_000]);
  private static final Payload AFTER = Payload.of(new byte[] {1, 2, 3});

  @TempDir Path folder;
  private final AtomicInteger effects = new AtomicInteger();
  private int interrupted;
  private int refused;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  static Stream<Named<Consumer<Storage>>> writes() {
    return Stream.of(
        Named.of("put if absent", storage -> storage.putIfAbsent(KEY, AFTER)),
        Named.of("put", storage -> storage.put(KEY, AFTER)),
        Named.of("touch", storage -> storage.touch(KEY, AFTER)),
        Named.of("delete", storage -> storage.delete(OTHER)));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void onAnyThreadOfAnApplicationAWriteIsDoneOrRefused(Consumer<Storage> write) throws IOException {
    int most = writeInterruptedAt(0, write);

    for (int effect = 1; effect <= most; effect++) {
      writeInterruptedAt(effect, write);
    }

    assertThat(most).isPositive();
    assertThat(refused).as("what the threads of a store are there for").isPositive();
  }

  private int writeInterruptedAt(int effect, Consumer<Storage> write) throws IOException {
    Path root = folder.resolve("store" + effect);
    Storage storage = DirectoryStorage.open(root, (kind, path) -> count());
    storage.putIfAbsent(OTHER, BEFORE);
    effects.set(0);
    interrupted = effect;

    boolean done = isDone(() -> write.accept(storage));

    assertThat(Thread.interrupted()).as("still set").isEqualTo(effect > 0);
    interrupted = 0;
    int counted = effects.get();
    requireWhole(DirectoryStorage.openReadOnly(root));
    write.accept(storage);
    storage.putIfAbsent(KEY, AFTER);
    requireWhole(DirectoryStorage.openReadOnly(root));
    refused += done ? 0 : 1;
    return counted;
  }

  private void count() {
    if (effects.incrementAndGet() == interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isDone(Runnable write) {
    try {
      write.run();
      return true;
    } catch (StoreException e) {
      assertThat(e).hasCauseInstanceOf(ClosedByInterruptException.class);
      return false;
    }
  }

  private static void requireWhole(Storage reader) throws IOException {
    for (StorageKey key : new StorageKey[] {KEY, OTHER}) {
      try (StoredObject object = reader.get(key).orElse(none())) {
        assertThat(object.stream().readAllBytes().length).isIn(0, 3, 300_000);
      }
    }
  }

  private static StoredObject none() {
    Payload nothing = Payload.of(new byte[0]);
    return new StoredObject(0, nothing.open());
  }

  @Test
  void aScratchFileThatAnInterruptClosedIsFollowedByAnother() {
    ScratchFiles scratch = ScratchFiles.of(folder, 1);
    DirectoryStorage.open(folder).close();
    ByteBuffer first = scratch.keep(new byte[] {1});

    Thread.currentThread().interrupt();
    ByteBuffer second = scratch.keep(new byte[] {2});

    assertThat(Thread.interrupted()).isTrue();
    ByteBuffer third = scratch.keep(new byte[] {3});
    assertThat(first.get(0)).isEqualTo((byte) 1);
    assertThat(second.get(0)).isEqualTo((byte) 2);
    assertThat(third.get(0)).isEqualTo((byte) 3);
    assertThat(third.isDirect()).as("in a file").isTrue();
  }

  @Test
  void noThreadOfAStoreIsInterruptedWithTheGroupOfWhoeverCalls() throws Exception {
    ThreadGroup application = new ThreadGroup("application");
    FutureTask<Boolean> called = new FutureTask<>(() -> isInterruptedWith(application));

    new Thread(application, called, "application").start();

    assertThat(called.get()).isFalse();
  }

  private static boolean isInterruptedWith(ThreadGroup application) {
    try (StoreThreads threads = new StoreThreads()) {
      return threads.call(
          () -> {
            assertThat(Thread.currentThread().getThreadGroup()).isSameAs(application);
            application.interrupt();
            return Thread.currentThread().isInterrupted();
          });
    }
  }
}
