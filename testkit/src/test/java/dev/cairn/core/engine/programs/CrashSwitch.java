package dev.cairn.core.engine.programs;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends a simulated process at one of its moments: before a statement, around a call of a stage,
 * around a call of the storage. From then on nothing of it has any effect. Thread-safe.
 */
final class CrashSwitch {
  /** A moment that never comes. */
  static final int NEVER = 0;

  private final int moment;
  private final AtomicInteger moments = new AtomicInteger();
  private volatile boolean gone;

  CrashSwitch(int moment) {
    this.moment = moment;
  }

  /** A moment passes, or is the last. */
  void pass() {
    if (gone || moments.incrementAndGet() == moment) {
      gone = true;
      throw new Crash();
    }
  }

  /** Whoever was told otherwise by the engine learns it here. */
  void requireAlive() {
    if (gone) {
      throw new Crash();
    }
  }

  boolean isGone() {
    return gone;
  }
}
