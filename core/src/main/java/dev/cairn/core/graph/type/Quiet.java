package dev.cairn.core.graph.type;

import java.util.concurrent.TimeUnit;

/**
 * Whether the JVM has begun no class initialiser for so long that none can still be at work, but
 * for one that takes longer than a minute and needs no further class. For one thread at a time.
 */
final class Quiet {
  private static final long LONG_ENOUGH = TimeUnit.MINUTES.toNanos(1);

  private long begun = -1;
  private long since;

  /**
   * Whether it lasts.
   *
   * @param count how many initialisers were ever begun; -1 where that is not known
   */
  boolean lasts(long count, long nanoTime) {
    if (count < 0 || count != begun) {
      begun = count;
      since = nanoTime;
    }
    return nanoTime - since > LONG_ENOUGH;
  }
}
