package dev.cairn.core.graph.kind;

import org.jspecify.annotations.Nullable;

/**
 * Receives an object's content in the order of its layout: the compared slots, the body, the other
 * slots.
 */
public interface ContentSink {
  /** Forgets everything. */
  ContentSink NOWHERE = new Nowhere();

  /** A primitive slot, as bits: integers sign-extended, floats and doubles raw. */
  void primitive(Slot slot, long bits);

  /** A reference slot. */
  void reference(Slot slot, @Nullable Object value);

  /** The body begins: exactly so many elements or pairs follow. */
  void body(int count);

  /** One element; of a pair the key, then the value. */
  void element(@Nullable Object value);

  /** The body is this array of primitives. */
  void primitives(Object array);

  /** See {@link #NOWHERE}. */
  final class Nowhere implements ContentSink {
    private Nowhere() {}

    @Override
    public void primitive(Slot slot, long bits) {}

    @Override
    public void reference(Slot slot, @Nullable Object value) {}

    @Override
    public void body(int count) {}

    @Override
    public void element(@Nullable Object value) {}

    @Override
    public void primitives(Object array) {}
  }
}
