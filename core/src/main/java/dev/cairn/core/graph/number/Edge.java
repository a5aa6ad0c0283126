package dev.cairn.core.graph.number;

/**
 * How a child is reached from its parent, in one long: so small, because every object has one, and
 * alike in every JVM, because objects are paired by it.
 */
public final class Edge {
  private static final int SHIFT = 60;
  private static final long PAYLOAD = (1L << SHIFT) - 1;

  private Edge() {}

  /** What the payload of an edge is. */
  public enum Type {
    /** The index of a slot in the parent's layout. */
    SLOT(0),
    /** The index of an element in an ordered body. */
    ELEMENT(1),
    /** The hash of a key that is a value; the child is the value of the entry. */
    KEY(2),
    /** The place of an element in the canonical order of an unordered body. */
    PLACE(3),
    /** What the call returned. */
    RESULT(4);

    private static final Type[] ALL = values();

    private final int code;

    Type(int code) {
      this.code = code;
    }

    /** Stands for it in snapshots. */
    public int code() {
      return code;
    }
  }

  /** The edge of a type with a payload. */
  public static long of(Type type, long payload) {
    return ((long) type.code << SHIFT) | (payload & PAYLOAD);
  }

  /** What the payload is. */
  public static Type type(long edge) {
    return Type.ALL[(int) (edge >>> SHIFT)];
  }

  /** The payload. */
  public static long payload(long edge) {
    return edge & PAYLOAD;
  }
}
