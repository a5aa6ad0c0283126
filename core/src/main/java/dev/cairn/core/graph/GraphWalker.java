package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.type.Kinds;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Walks the inputs of a call. Never recursive in depth. Safe for use by many threads. */
public final class GraphWalker {
  private final Kinds kinds;
  private final long maxBytes;
  private final RandomGenerator unique;

  /**
   * A walker.
   *
   * @param maxBytes where a walk stops and refuses: the approximate size of the state
   * @param unique makes fingerprints of inputs that cannot be told apart differ; safe for use by
   *     many threads
   */
  public GraphWalker(Kinds kinds, long maxBytes, RandomGenerator unique) {
    this.kinds = kinds;
    this.maxBytes = maxBytes;
    this.unique = unique;
  }

  /**
   * Numbers, hashes and fingerprints everything that is reachable from the frame.
   *
   * @throws UncapturableException if something there can be neither compared nor restored, changes
   *     while it is walked, or is too large; the subject is its path
   */
  public WalkedGraph walk(Frame frame) {
    return new Walk(kinds, frame, maxBytes, unique).walk(this);
  }

  /**
   * The same. Where all is as an earlier walk found it, which is seen more quickly than a walk is
   * made, the earlier one is returned.
   *
   * @throws UncapturableException as {@link #walk(Frame)} does
   */
  public WalkedGraph walk(Frame frame, Optional<WalkedGraph> earlier) {
    return earlier.filter(walked -> walked.isStill(frame)).orElseGet(() -> walk(frame));
  }

  /** Links for the objects of one snapshot. */
  ConstantLinks constantLinks() {
    return new ConstantLinks(kinds, new GraphWalker(kinds.opaque(), maxBytes, unique));
  }
}
