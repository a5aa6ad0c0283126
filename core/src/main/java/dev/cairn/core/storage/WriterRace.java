package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Tries a storage out before anything is entrusted to it: writers race for a few keys, and of each
 * race exactly one must win. Some services that look like a known one let several win.
 */
public final class WriterRace {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 6;
  // Of its own folder a directory would keep an empty one. Of this one it removes, after a day,
  // files
  // of such a name that a process left behind when it died.
  private static final StorageKey FOLDER = new StorageKey("tmp");

  private final Storage storage;
  private final UUID id;

  private WriterRace(Storage storage, UUID id) {
    this.storage = storage;
    this.id = id;
  }

  /**
   * Runs the races and removes what they leave.
   *
   * @param id unique: names the keys of these races
   * @throws StoreException if the storage let more or fewer than one writer win, or does not show
   *     what was written
   */
  public static void run(Storage storage, UUID id) {
    Optional<String> fault = fault(storage, id);
    if (fault.isPresent()) {
      throw StoreException.rejected(
          storage.name(),
          "Cannot use "
              + storage.name()
              + " as a store: "
              + fault.get()
              + "; two processes could both commit there. Use another kind of storage",
          null);
    }
  }

  /** Runs the races, removes what they leave, and tells what was wrong. */
  static Optional<String> fault(Storage storage, UUID id) {
    WriterRace race = new WriterRace(storage, id);
    try (StoreThreads threads = new StoreThreads()) {
      return IntStream.rangeClosed(1, ROUNDS)
          .mapToObj(round -> race.fault(threads, race.key(round)))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }

  private StorageKey key(int round) {
    return FOLDER.resolve("cairn-probe-" + id + "-" + round + ".tmp");
  }

  private Optional<String> fault(StoreThreads threads, StorageKey key) {
    int winners = winners(threads, key);
    boolean listed = storage.list(FOLDER).objects().contains(key.name());
    storage.delete(key);
    if (winners != 1) {
      return Optional.of(
          "expected exactly one of " + WRITERS + " writers to win, found " + winners + " winners");
    }
    return listed
        ? Optional.empty()
        : Optional.of("expected a listing that shows what was written, found one without it");
  }

  private int winners(StoreThreads threads, StorageKey key) {
    AtomicInteger winners = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Runnable> ends = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Payload content = Payload.of(("writer " + writer).getBytes(StandardCharsets.US_ASCII));
      ends.add(threads.start(() -> enter(start, key, content, winners)));
    }
    start.countDown();
    ends.forEach(Runnable::run);
    return winners.get();
  }

  private void enter(CountDownLatch start, StorageKey key, Payload content, AtomicInteger winners) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the store's threads", e);
    }
    if (storage.putIfAbsent(key, content)) {
      winners.incrementAndGet();
    }
  }
}
