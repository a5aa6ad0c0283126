package dev.cairn;

/**
 * Thrown by a stage call whose body returned but whose end could not be recorded, where {@code
 * cairn.on-save-error=fail} asks for that. The objects at hand are as the body left them.
 */
public final class SaveException extends CairnException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception; done by the agent.
   *
   * @param message the task, its subject, what was expected and found, what to do
   * @param cause what Cairn met, or null
   */
  public SaveException(String message, Throwable cause) {
    super(message, cause);
  }
}
