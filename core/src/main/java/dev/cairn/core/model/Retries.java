package dev.cairn.core.model;

import java.time.Duration;

/**
 * How often a stage that throws is tried again within one call.
 *
 * @param limit further tries after the first; 0 means none
 * @param backoff pause before the first further try; it doubles with each
 */
public record Retries(int limit, Duration backoff) {
  /** A stage that is not tried again. */
  public static final Retries NONE = new Retries(0, Duration.ZERO);

  public Retries {
    if (limit < 0 || backoff.isNegative()) {
      throw new IllegalArgumentException(
          "retries and backoff are not negative: " + limit + ", " + backoff);
    }
  }
}
