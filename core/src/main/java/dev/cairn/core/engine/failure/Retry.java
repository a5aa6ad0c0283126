package dev.cairn.core.engine.failure;

import dev.cairn.core.model.StagePolicy.Retries;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Decides whether a stage that threw is tried again, and waits before it is. */
public final class Retry {
  private static final int MOST_DOUBLINGS = 16;

  private final RandomGenerator random;
  private final Pause pause;

  /**
   * Retries that wait.
   *
   * @param random what each wait is shortened by
   * @param pause waits
   */
  public Retry(RandomGenerator random, Pause pause) {
    this.random = random;
    this.pause = pause;
  }

  /** Waits between two tries. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Waits.
     *
     * @return false where it broke off because the JVM shuts down
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    boolean over(Duration time) throws InterruptedException;
  }

  /**
   * Waits for the back-off of the next try.
   *
   * @param tries how many tries there were
   * @return false where there is none: the tries are used up, what was thrown is not an ordinary
   *     failure, the thread was interrupted, or the JVM shuts down
   */
  public boolean pause(Retries retries, int tries, Throwable thrown) {
    boolean ordinary = thrown instanceof Exception && !(thrown instanceof InterruptedException);
    if (tries > retries.limit() || !ordinary || Thread.currentThread().isInterrupted()) {
      return false;
    }
    return waited(backoff(retries, tries));
  }

  /** Doubles with each try; a random half is taken off so that many do not come back at once. */
  private Duration backoff(Retries retries, int tries) {
    long longest = retries.backoff().toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
    return Duration.ofMillis(longest - random.nextLong(longest / 2 + 1));
  }

  private boolean waited(Duration time) {
    try {
      return pause.over(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
