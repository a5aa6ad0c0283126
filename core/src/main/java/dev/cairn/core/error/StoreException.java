package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** The store cannot be read or written; the subject is the store or the key in it. */
public final class StoreException extends CairnException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  private StoreException(
      String subject, String message, @Nullable Throwable cause, boolean retryable) {
    super(subject, message, cause);
    this.retryable = retryable;
  }

  /** The store did not answer, or the outcome of a write is unknown. */
  public static StoreException unavailable(
      String subject, String message, @Nullable Throwable cause) {
    return new StoreException(subject, message, cause, true);
  }

  /** The store refuses: no rights, no space, wrong kind of file system. */
  public static StoreException rejected(String subject, String message, @Nullable Throwable cause) {
    return new StoreException(subject, message, cause, false);
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
