package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** A live process owns the run; the message names it and since when. */
public final class RunInProgressException extends CairnException {
  private static final long serialVersionUID = 1L;

  public RunInProgressException(String subject, String message) {
    this(subject, message, null);
  }

  public RunInProgressException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
