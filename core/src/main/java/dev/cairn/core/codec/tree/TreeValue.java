package dev.cairn.core.codec.tree;

/** What a field or an element of a snapshot refers to. */
public sealed interface TreeValue {

  /** No object at all. */
  Leaf NULL = new Leaf("", "null", "null");

  /** What was not saved: the live value would stay. */
  Leaf LEFT = new Leaf("", "(not saved)", "left");

  /** The receiver of the call, where it is no object of the snapshot. */
  Leaf RECEIVER = new Leaf("", "this", "this");

  /** An object of the snapshot. */
  record Ref(int number) implements TreeValue {}

  /**
   * A value.
   *
   * @param type name of its class, or of its primitive type; empty for what has none
   * @param text as people read it
   * @param exact equal for equal values of a type, and only for them
   */
  record Leaf(String type, String text, String exact) implements TreeValue {

    /** A value that its text says all of. */
    public static Leaf of(String type, String text) {
      return new Leaf(type, text, text);
    }
  }
}
