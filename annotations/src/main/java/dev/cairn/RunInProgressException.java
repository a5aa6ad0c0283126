package dev.cairn;

/**
 * Thrown by a pipeline call whose run a live process is working on: the message names the owner and
 * since when. Nothing was executed; the call may be made again later.
 */
public final class RunInProgressException extends CairnException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception; done by the agent.
   *
   * @param message the task, its subject, what was expected and found, what to do
   * @param cause what Cairn met, or null
   */
  public RunInProgressException(String message, Throwable cause) {
    super(message, cause);
  }
}
