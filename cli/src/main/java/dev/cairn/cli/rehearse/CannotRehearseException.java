package dev.cairn.cli.rehearse;

/** The command cannot be rehearsed; says why, and what would help. */
public final class CannotRehearseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotRehearseException(String message) {
    super(message);
  }
}
