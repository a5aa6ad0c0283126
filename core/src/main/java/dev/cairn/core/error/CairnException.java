package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that core throws on purpose. The message says the task, the subject, what was
 * expected and found, and what to do.
 */
public abstract sealed class CairnException extends RuntimeException
    permits CodecException,
        ConfigurationException,
        DamagedException,
        FencedException,
        RestoreException,
        RunInProgressException,
        SaveException,
        StoreException,
        UncapturableException,
        UnsupportedFormatException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  CairnException(String subject, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.subject = subject;
  }

  /** The run, file, setting or field that the failure is about. */
  public final String subject() {
    return subject;
  }

  /** Whether the same attempt, made again a little later, may succeed. */
  public boolean retryable() {
    return false;
  }
}
