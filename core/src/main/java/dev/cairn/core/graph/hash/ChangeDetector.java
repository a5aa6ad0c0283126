package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.NodeKind;

/**
 * Tells whether an input object is as it was at the entry, from its content told to a sink: so that
 * one reading serves this and the encoding. Arrays of primitives are hashed, all else is compared
 * with what was recorded. For one thread.
 */
public final class ChangeDetector {
  private final Comparison comparison;
  private final ExactSink exact;
  private final Hashes hashes;
  private boolean hashed;

  public ChangeDetector(Recording recording, ExactSink exact, Hashes hashes) {
    this.comparison = new Comparison(recording, exact.kinds());
    this.exact = exact;
    this.hashes = hashes;
  }

  /** Begins an object with its kind; its content goes to the sink. */
  public ContentSink begin(int number, NodeKind kind) {
    hashed = kind.layout().body() == Body.PRIMITIVES;
    if (hashed) {
      exact.begin(number, kind);
      return exact;
    }
    comparison.begin(number);
    return comparison;
  }

  /** Ends the object: whether its content is that of an entry object. */
  public boolean isUnchanged(int number) {
    return hashed ? hashes.isExact(number, exact.end()) : comparison.isSame();
  }
}
