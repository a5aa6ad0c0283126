package dev.cairn.testkit;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.storage.Storage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A storage some of whose calls fail. A test first runs without faults to learn {@link #calls()},
 * then once for each of them. Safe for use by many threads.
 */
public final class FaultyStorage extends WatchedStorage {

  /** How a call fails. */
  public enum Fault {
    /** It is refused; nothing happens. */
    REFUSED,
    /** Nothing happens, but the caller cannot know. */
    LOST_REQUEST,
    /** It happens, but the caller cannot know. */
    LOST_ANSWER
  }

  private final Fault fault;
  private final int first;
  private final int last;
  private final AtomicInteger calls = new AtomicInteger();

  private FaultyStorage(Storage storage, Fault fault, int first, int last) {
    super(storage);
    this.fault = fault;
    this.first = first;
    this.last = last;
  }

  /** Only counts. */
  public static FaultyStorage counting(Storage storage) {
    return new FaultyStorage(storage, Fault.REFUSED, 0, 0);
  }

  /** The call with this number fails, counted from 1. */
  public static FaultyStorage failingOnce(Storage storage, Fault fault, int call) {
    return new FaultyStorage(storage, fault, call, call);
  }

  /** All calls from this number on fail. */
  public static FaultyStorage failingFrom(Storage storage, Fault fault, int call) {
    return new FaultyStorage(storage, fault, call, Integer.MAX_VALUE);
  }

  /** The call with this number and the next one fail: a write, and its second try. */
  public static FaultyStorage failingTwice(Storage storage, Fault fault, int call) {
    return new FaultyStorage(storage, fault, call, call + 1);
  }

  /** How many calls were made, failed ones included. */
  public int calls() {
    return calls.get();
  }

  @Override
  protected <T> T around(String task, Supplier<T> call) {
    int number = calls.incrementAndGet();
    if (number < first || number > last) {
      return call.get();
    }
    if (fault == Fault.LOST_ANSWER) {
      var unused = call.get();
    }
    throw failure(task, number);
  }

  private StoreException failure(String task, int number) {
    String message = "Cannot " + task + ": a fault was ordered for call " + number;
    return fault == Fault.REFUSED
        ? StoreException.rejected(task, message, null)
        : StoreException.unavailable(task, message, null);
  }
}
