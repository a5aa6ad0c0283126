package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** Another process has claimed the run: this attempt must not go on. */
public final class FencedException extends CairnException {
  private static final long serialVersionUID = 1L;

  public FencedException(String subject, String message) {
    this(subject, message, null);
  }

  public FencedException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
