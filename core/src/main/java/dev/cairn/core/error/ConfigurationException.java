package dev.cairn.core.error;

import org.jspecify.annotations.Nullable;

/** A setting is unknown or ill-formed; the subject is its key. */
public final class ConfigurationException extends CairnException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String subject, String message) {
    this(subject, message, null);
  }

  public ConfigurationException(String subject, String message, @Nullable Throwable cause) {
    super(subject, message, cause);
  }
}
