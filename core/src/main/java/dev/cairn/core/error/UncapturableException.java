package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Inputs that can be neither compared nor restored; the subject is their path, the message the
 * remedy.
 */
public final class UncapturableException extends CairnException {
  private static final long serialVersionUID = 1L;

  public UncapturableException(String subject, String message) {
    this(subject, message, null);
  }

  public UncapturableException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
