package dev.cairn.core.rehearsal;

/**
 * One thing that a crash would change.
 *
 * @param kind what
 * @param subject the stage, or the pipeline; empty for the command as a whole
 * @param part which part: {@code ctx.startedAt}; empty where it is not one part
 * @param detail more about it; may be empty
 */
public record Finding(Kind kind, String subject, String part, String detail) {

  /** What may be found. */
  public enum Kind {
    /** An input is another one in each start: its call never matches. */
    VARYING_INPUT,
    /** An input that is the same in each start is another one after a resume. */
    CHANGED_INPUT,
    /** What was restored is not what had been there. */
    CHANGED_STATE,
    /** A call with equal inputs left something else after a resume. */
    CHANGED_EFFECT,
    /** A finished call ran again though its inputs are equal. */
    RAN_AGAIN,
    /** A call was made in the one start only. */
    OTHER_CALLS,
    /** The run's key is another one in each start: it is never resumed. */
    VARYING_KEY,
    /** A run that was not complete is not resumed. */
    NOT_RESUMED,
    /** The pipeline's parameters or result are others at its end. */
    CHANGED_RESULT,
    /** A line of standard output is missing, or new. */
    CHANGED_OUTPUT,
    /** The command ended with another status. */
    CHANGED_STATUS
  }
}
