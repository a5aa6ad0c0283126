package dev.cairn.core.graph.kind;

/** Gives back what a {@link ValueSink} received. */
public interface ValueSource {

  /** A number. */
  long number();

  /** Eight bytes. */
  long bits();

  /** A text. */
  String text();

  /** Bytes. */
  byte[] bytes();

  /** A class, which must be among the recorded ones. */
  Class<?> type();

  /** A number that is an int. */
  default int smallNumber() {
    return Math.toIntExact(number());
  }
}
