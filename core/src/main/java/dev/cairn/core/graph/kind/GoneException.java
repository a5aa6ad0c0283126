package dev.cairn.core.graph.kind;

/** What a recorded value stands for is not there: a constant that was removed. */
public final class GoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the message names classes and constants only. */
  public GoneException(String message) {
    super(message);
  }
}
