package dev.cairn.core.graph.kind;

/** What a slot means to the comparison of inputs. What is never state has no slot. */
public enum Mark {
  /** Saved, restored, and a difference makes inputs differ. */
  COMPARED,
  /** Saved and restored, never compared. */
  UNCOMPARED,
  /** Saved and restored where it can be, else the live value stays; never compared. */
  TRANSIENT
}
