package dev.cairn.core.model;

import java.time.Duration;

/**
 * What {@code @Checkpointed} says beyond the stage's name.
 *
 * @param onCodeChange what a changed method means for its recorded calls
 * @param version replaces the fingerprint of the code where it is not empty
 * @param cutoff the stage depends on its inputs alone
 * @param rollback its inputs are put back when it throws
 * @param retries further tries after a failure
 */
public record StagePolicy(
    CodeChangePolicy onCodeChange,
    String version,
    boolean cutoff,
    boolean rollback,
    Retries retries) {
  /** What an annotation without attributes means. */
  public static final StagePolicy DEFAULT =
      new StagePolicy(CodeChangePolicy.RERUN, "", false, false, Retries.NONE);

  /** Whether the inputs must be kept so that they can be put back. */
  public boolean keepsInputs() {
    return rollback || retries.limit() > 0;
  }

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
}
