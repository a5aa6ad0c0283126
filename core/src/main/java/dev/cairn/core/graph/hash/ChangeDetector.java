package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.NodeKind;

/**
 * Tells whether an input object is as it was at the entry, from its content told to a sink: so that
 * one reading serves this and the encoding. For one thread.
 */
public final class ChangeDetector {
  private final ExactSink sink;
  private final Hashes hashes;

  public ChangeDetector(ExactSink sink, Hashes hashes) {
    this.sink = sink;
    this.hashes = hashes;
  }

  /**
   * Begins an object with its kind; its content goes to the sink. Quickest in the order of the
   * numbers.
   */
  public ContentSink begin(int number, NodeKind kind) {
    sink.begin(number, kind);
    return sink;
  }

  /** Ends the object: whether its content is that of an entry object. */
  public boolean isUnchanged(int number) {
    return hashes.isExact(number, sink.end());
  }
}
