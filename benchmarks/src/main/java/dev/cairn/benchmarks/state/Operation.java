package dev.cairn.benchmarks.state;

/** What is measured of a graph. */
enum Operation {
  KRYO_ENCODE,
  KRYO_DECODE,
  /** As the inputs of a call. */
  WALK,
  /** As the new result of a call. */
  ENCODE,
  DECODE,
  /** The end of a call that was given the graph and left it as it was. */
  UNCHANGED
}
