package dev.cairn;

/**
 * Thrown by a stage or pipeline call of an attempt whose run was taken over by another process,
 * after a long pause of this one for instance. The attempt must end: what it still computes is not
 * recorded, and the other process goes on with the run.
 */
public final class FencedException extends CairnException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception; done by the agent.
   *
   * @param message the task, its subject, what was expected and found, what to do
   * @param cause what Cairn met, or null
   */
  public FencedException(String message, Throwable cause) {
    super(message, cause);
  }
}
