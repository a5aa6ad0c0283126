package dev.cairn.core.engine;

/** What the caller of a stage or pipeline does after its body. */
public enum Exit {
  /** Return, or throw, as the body did. */
  DONE,
  /** Run the body once more: its inputs are as they were at entry. */
  AGAIN
}
