package dev.cairn.core.model;

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
}
