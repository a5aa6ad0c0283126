package dev.cairn;

/**
 * Thrown by a call where neither restoring nor executing is right: a restore failed half-way and
 * could not be undone, so that the objects at hand are neither the old nor the new ones; the stage
 * was changed and says {@link Checkpointed.OnCodeChange#FAIL}; or the run that {@code cairn.resume}
 * names cannot be resumed by this call. End the process and start it again, or see the message for
 * what to do first.
 */
public final class RestoreException extends CairnException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception; done by the agent.
   *
   * @param message the task, its subject, what was expected and found, what to do
   * @param cause what Cairn met, or null
   */
  public RestoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
