package dev.cairn.cli.command;

/** There is no such run or checkpoint, or several. */
public final class NoRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
