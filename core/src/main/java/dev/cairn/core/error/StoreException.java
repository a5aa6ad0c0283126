package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** The store cannot be read or written; the subject is the store or the key in it. */
public final class StoreException extends CairnException {
  private static final long serialVersionUID = 1L;

  private enum Kind {
    UNAVAILABLE,
    REJECTED,
    FULL
  }

  private final Kind kind;

  private StoreException(String subject, String message, @Nullable Throwable cause, Kind kind) {
    super(subject, message, cause);
    this.kind = kind;
  }

  /** The store did not answer, or the outcome of a write is unknown. */
  public static StoreException unavailable(
      String subject, String message, @Nullable Throwable cause) {
    return new StoreException(subject, message, cause, Kind.UNAVAILABLE);
  }

  /** The store refuses: no rights, no space, wrong kind of file system. */
  public static StoreException rejected(String subject, String message, @Nullable Throwable cause) {
    return new StoreException(subject, message, cause, Kind.REJECTED);
  }

  /** There is no room for an object, of which nothing was written. */
  public static StoreException full(String subject, String message, @Nullable Throwable cause) {
    return new StoreException(subject, message, cause, Kind.FULL);
  }

  /** Whether there was no room: what takes less may still be written. */
  public boolean isFull() {
    return kind == Kind.FULL;
  }

  @Override
  public boolean retryable() {
    return kind == Kind.UNAVAILABLE;
  }
}
