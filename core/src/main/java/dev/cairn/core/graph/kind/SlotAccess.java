package dev.cairn.core.graph.kind;

/** Reads and writes one slot of an object. */
public interface SlotAccess {

  /** The slot. */
  Slot slot();

  /** Tells the slot's value. */
  void visit(Object object, ContentSink sink);

  /** Gives the slot its value, unless it is left out. */
  void assign(Object object, Content content);
}
