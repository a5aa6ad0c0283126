package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** A snapshot cannot be encoded or decoded; the subject is the path of the field. */
public final class CodecException extends CairnException {
  private static final long serialVersionUID = 1L;

  public CodecException(String subject, String message) {
    this(subject, message, null);
  }

  public CodecException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
