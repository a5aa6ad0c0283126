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
  UNCHANGED,
  /** The same where a checkpoint is known to hold it. */
  KNOWN,
  /** The inputs of the call after that, which finds the same. */
  AGAIN,
  /** The raw bytes once from one place to another. */
  COPY,
  /** What differs after one record in a hundred has changed. */
  DELTA
}
