package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** A store, entry or snapshot of a version that this Cairn does not know. */
public final class UnsupportedFormatException extends CairnException {
  private static final long serialVersionUID = 1L;

  public UnsupportedFormatException(String subject, String message) {
    this(subject, message, null);
  }

  public UnsupportedFormatException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
