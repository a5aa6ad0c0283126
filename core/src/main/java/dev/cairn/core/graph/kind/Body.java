package dev.cairn.core.graph.kind;

/** What follows an object's slots. */
public enum Body {
  /** Nothing. */
  NONE(0),
  /** A count and so many references. */
  ELEMENTS(1),
  /** A count and so many pairs of key and value. */
  ENTRIES(2),
  /** One array of primitives. */
  PRIMITIVES(3);

  private final int code;

  Body(int code) {
    this.code = code;
  }

  /** Stands for it in snapshots. */
  public int code() {
    return code;
  }

  /** How many references stand for one of the count. */
  public int width() {
    return this == ENTRIES ? 2 : 1;
  }
}
