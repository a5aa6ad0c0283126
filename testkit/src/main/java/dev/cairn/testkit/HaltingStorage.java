package dev.cairn.testkit;

import dev.cairn.core.storage.Storage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A storage that stops the JVM at one of its calls, at once and without any last word, as {@code
 * kill -9} does. For tests that fork a JVM for each call. Safe for use by many threads.
 */
public final class HaltingStorage extends WatchedStorage {
  /** The exit status of a JVM stopped here: that of a killed process. */
  public static final int EXIT_STATUS = 137;

  /** On which side of the call the JVM stops. */
  public enum Moment {
    /** The call is never made. */
    BEFORE,
    /** The call was made, its caller never learns. */
    AFTER
  }

  private final int haltingCall;
  private final Moment moment;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * Stops at one call.
   *
   * @param haltingCall its number, counted from 1; one that never comes stops nothing
   */
  public HaltingStorage(Storage storage, int haltingCall, Moment moment) {
    super(storage);
    this.haltingCall = haltingCall;
    this.moment = moment;
  }

  /** How many calls were made. */
  public int calls() {
    return calls.get();
  }

  @Override
  protected <T> T around(String task, Supplier<T> call) {
    boolean here = calls.incrementAndGet() == haltingCall;
    if (here && moment == Moment.BEFORE) {
      Runtime.getRuntime().halt(EXIT_STATUS);
    }
    T result = call.get();
    if (here) {
      Runtime.getRuntime().halt(EXIT_STATUS);
    }
    return result;
  }
}
