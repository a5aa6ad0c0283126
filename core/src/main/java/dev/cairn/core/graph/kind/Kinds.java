package dev.cairn.core.graph.kind;

/**
 * The kind of every class, found once per class and kept as long as the class. Safe for use by many
 * threads; one per process is enough.
 */
public final class Kinds {
  /** Kinds that reach private parts in the given way. */
  public Kinds(Access access) {}
}
