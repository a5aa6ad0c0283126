package dev.cairn.core.graph.kind;

import org.jspecify.annotations.Nullable;

/** Receives of an object's content only what it refers to, wherever that stands. */
public interface ReferenceSink extends ContentSink {
  @Override
  default void primitive(Slot slot, long bits) {}

  @Override
  default void reference(Slot slot, @Nullable Object value) {
    element(value);
  }

  @Override
  default void body(int count) {}

  @Override
  default void primitives(Object array) {}
}
