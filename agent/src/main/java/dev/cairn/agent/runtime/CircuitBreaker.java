package dev.cairn.agent.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Switches Cairn off for this JVM once it has failed repeatedly, loudly. Thread-safe. */
final class CircuitBreaker {
  /** Failures that a working Cairn never has; so few are a fault that will not go away. */
  static final int LIMIT = 5;

  private final AtomicInteger failures = new AtomicInteger();
  private final Consumer<String> warnings;

  CircuitBreaker(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** Whether Cairn is off. */
  boolean isOpen() {
    return failures.get() >= LIMIT;
  }

  /** Counts a failure of Cairn itself while it dealt with a call. */
  void failed(String task, Throwable failure) {
    int count = failures.incrementAndGet();
    if (count <= LIMIT) {
      warnings.accept(
          "internal error while "
              + task
              + "; the program goes on unprotected there. Please report it: "
              + described(failure));
    }
    if (count == LIMIT) {
      warnings.accept(
          "switched off for the rest of this JVM after "
              + LIMIT
              + " internal errors: nothing is protected from here on");
    }
  }

  private static String described(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? failure.toString() : failure + " at " + trace[0];
  }
}
