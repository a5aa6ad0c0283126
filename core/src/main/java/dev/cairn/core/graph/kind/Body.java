package dev.cairn.core.graph.kind;

/** What follows an object's slots. The order is part of the format. */
public enum Body {
  /** Nothing. */
  NONE,
  /** A count and so many references. */
  ELEMENTS,
  /** A count and so many pairs of key and value. */
  ENTRIES,
  /** One array of primitives. */
  PRIMITIVES;

  private static final Body[] ALL = values();

  /** How many references stand for one of the count. */
  public int width() {
    return this == ENTRIES ? 2 : 1;
  }

  /** Whether an ordinal from a snapshot names one. */
  public static boolean isOrdinal(int ordinal) {
    return ordinal >= 0 && ordinal < ALL.length;
  }

  /** The one with an ordinal. */
  public static Body at(int ordinal) {
    return ALL[ordinal];
  }
}
