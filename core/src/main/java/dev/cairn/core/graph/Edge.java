package dev.cairn.core.graph;

/**
 * How a child is reached from its parent, in one long: so small, because every object has one, and
 * alike in every JVM, because objects are paired by it.
 */
public final class Edge {
  private static final int SHIFT = 60;
  private static final long PAYLOAD = (1L << SHIFT) - 1;

  private Edge() {}

  /** What the payload of an edge is. The order is part of the format. */
  public enum Type {
    /** The index of a slot in the parent's layout. */
    SLOT,
    /** The index of an element in an ordered body. */
    ELEMENT,
    /** The hash of a key that is a value; the child is the value of the entry. */
    KEY,
    /** The place of an element in the canonical order of an unordered body. */
    PLACE,
    /** What the call returned. */
    RESULT;

    private static final Type[] ALL = values();
  }

  /** The edge of a type with a payload. */
  public static long of(Type type, long payload) {
    return ((long) type.ordinal() << SHIFT) | (payload & PAYLOAD);
  }

  /** What the payload is. */
  public static Type type(long edge) {
    return Type.ALL[(int) (edge >>> SHIFT)];
  }

  /** Whether an ordinal from a snapshot names a type. */
  public static boolean isType(int ordinal) {
    return ordinal >= 0 && ordinal < Type.ALL.length;
  }

  /** The type with an ordinal. */
  public static Type typeAt(int ordinal) {
    return Type.ALL[ordinal];
  }

  /** The payload. */
  public static long payload(long edge) {
    return edge & PAYLOAD;
  }
}
