package dev.cairn.testkit.neighbours;

import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.WatchedStorage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** The storage of a process: right before some of its calls, another process does something. */
final class MeddledStorage extends WatchedStorage {
  private final IntPredicate chosen;
  private final Runnable meddling;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * Lets another process in.
   *
   * @param chosen before which calls, counted from 1
   */
  MeddledStorage(Storage storage, IntPredicate chosen, Runnable meddling) {
    super(storage);
    this.chosen = chosen;
    this.meddling = meddling;
  }

  int calls() {
    return calls.get();
  }

  @Override
  protected <T> T around(String task, Supplier<T> call) {
    if (chosen.test(calls.incrementAndGet())) {
      meddling.run();
    }
    return call.get();
  }
}
