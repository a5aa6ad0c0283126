package dev.cairn.core.model;

/** What happens to a recorded call whose stage has other code now. */
public enum CodeChangePolicy {
  /** The stage runs again. The default. */
  RERUN,
  /** The recorded call counts, and one line warns. */
  WARN,
  /** The call fails. */
  FAIL
}
