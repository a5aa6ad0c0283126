package dev.cairn;

/**
 * Root of the exceptions that a program under Cairn may meet. They are thrown only where going on
 * would risk a wrong result; everything else Cairn logs, and the program goes on without
 * protection.
 */
public abstract class CairnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the task, its subject, what was expected and found, what to do
   * @param cause what Cairn met, or null
   */
  protected CairnException(String message, Throwable cause) {
    super(message, cause);
  }
}
