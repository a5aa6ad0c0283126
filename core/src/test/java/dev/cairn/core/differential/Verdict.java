package dev.cairn.core.differential;

/** What became of a case. */
sealed interface Verdict {

  /** The heaps are the same. */
  record Same(boolean rolledBack) implements Verdict {}

  /** The stage was refused, as documented for an object that was there. */
  record Refused(String reason) implements Verdict {}

  /** Objects that cannot be told apart by content: such inputs match no record. */
  record Unmatched() implements Verdict {}

  /** A fault: silently wrong, or refused for no documented reason. */
  record Wrong(String where) implements Verdict {}
}
