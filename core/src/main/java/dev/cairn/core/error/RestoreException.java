package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** A restore failed after it had begun to write and could not be undone. */
public final class RestoreException extends CairnException {
  private static final long serialVersionUID = 1L;

  public RestoreException(String subject, String message) {
    this(subject, message, null);
  }

  public RestoreException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
