package dev.cairn.core.graph.kind;

/** Receives the written form of a value. */
public interface ValueSink {

  /** A number of any size; small ones, also negative, take less room. */
  void number(long value);

  /** Eight bytes. */
  void bits(long value);

  /** A text. */
  void text(String value);

  /** Bytes with their count. */
  void bytes(byte[] value);

  /** A class. */
  void type(Class<?> value);
}
