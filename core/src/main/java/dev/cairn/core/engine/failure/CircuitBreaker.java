package dev.cairn.core.engine.failure;

import dev.cairn.core.event.Listeners;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Switches Cairn off for this JVM once it has failed repeatedly, loudly: no call is restored or
 * recorded any more. Thread-safe.
 */
public final class CircuitBreaker {
  /** After so many failures of its own Cairn is switched off: a working one never has any. */
  public static final int MOST_FAILURES = 5;

  private final AtomicInteger failures = new AtomicInteger();
  private final Listeners events;

  /** A closed one: Cairn works. */
  public CircuitBreaker(Listeners events) {
    this.events = events;
  }

  /** Whether Cairn is off. */
  public boolean isOpen() {
    return failures.get() >= MOST_FAILURES;
  }

  /** Tells and counts a failure of Cairn itself. */
  public void failed(String task, Throwable failure) {
    if (!isOpen()) {
      events.warn(
          "internal error while "
              + task
              + "; the program goes on unprotected there. Please report it: "
              + described(failure));
    }
    count(failure);
  }

  /**
   * Counts a failure of Cairn itself that was told already. A full stack does not count: it is the
   * program's, and Cairn works again when it has room.
   */
  public void count(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return;
    }
    if (failures.incrementAndGet() == MOST_FAILURES) {
      events.warn(
          "Cairn is SWITCHED OFF for the rest of this JVM after "
              + MOST_FAILURES
              + " internal errors: nothing is restored or recorded from here on; the program goes"
              + " on as without Cairn");
    }
  }

  /** What failed and where, in a line. */
  public static String described(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? failure.toString() : failure + " at " + trace[0];
  }
}
