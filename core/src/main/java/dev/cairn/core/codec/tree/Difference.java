package dev.cairn.core.codec.tree;

/**
 * One thing in which two states differ.
 *
 * @param path where: {@code ctx.orders[17].total}
 * @param kind how
 * @param before what is there in the first; empty where nothing is
 * @param after what is there in the second; empty where nothing is
 */
public record Difference(String path, Kind kind, String before, String after) {

  /** How two states differ in a place. */
  public enum Kind {
    /** Another value, or an object of another class. */
    CHANGED,
    /** There in the second only. */
    ADDED,
    /** There in the first only. */
    REMOVED,
    /** An element stands elsewhere; before and after say where. */
    MOVED,
    /** The elements, or some of them, are the same in another order. */
    REORDERED,
    /** One object there, two here, or the other way round; before and after say with whom. */
    ALIAS
  }
}
