package dev.cairn.cli;

/** What was asked for is no run of the store, or not clearly one. */
final class NoRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
