package dev.cairn.core.error;

/** The end of a call could not be recorded, and the user wants the call to fail then. */
public final class SaveException extends CairnException {
  private static final long serialVersionUID = 1L;

  public SaveException(String subject, String message, Throwable cause) {
    super(subject, message, cause);
  }
}
