package dev.cairn.core.engine.match;

/** What a record is worth to the next attempt of its run. */
public enum Standing {
  /** It is used where a call of that place has the recorded inputs and code. */
  COUNTS,
  /** A later call in the same place was recorded. */
  REPLACED,
  /** A call before it ran anew since: used only of a stage with {@code cutoff}. */
  VOID,
  /** A person declared it void, or a call inside it. */
  INVALIDATED,
  /** It belongs to a try whose effects were put back. */
  UNDONE,
  /** An entry behind it cannot be read, which may have said that its try was put back. */
  UNCERTAIN,
  /** Its snapshot was forgotten or is missing. */
  DAMAGED
}
