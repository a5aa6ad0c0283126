package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** Stored bytes are not what was written; the subject is the file. Nothing is deleted. */
public final class DamagedException extends CairnException {
  private static final long serialVersionUID = 1L;

  public DamagedException(String subject, String message) {
    this(subject, message, null);
  }

  public DamagedException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
