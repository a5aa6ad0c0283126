package dev.cairn.core.engine.match;

/** How a stage's code stands to what is recorded of it. */
public sealed interface CodeVerdict {
  /** It is the same. */
  record Same() implements CodeVerdict {}

  /** It is another, and the user said that recorded calls count all the same. */
  record Accepted() implements CodeVerdict {}

  /**
   * It is another.
   *
   * @param clause in words, to follow "its code"
   */
  record Changed(String clause) implements CodeVerdict {}
}
