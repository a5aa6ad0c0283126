package dev.cairn.core.graph;

import dev.cairn.core.model.Fingerprint;
import java.util.List;
import java.util.Map;

/**
 * The inputs of a call as they were when walked: numbered objects with a content hash each. Object
 * 0 is the frame. Values (strings, boxes, dates) have no numbers. Not changed after the walk, safe
 * for use by many threads. Holds strong references to the objects: to be dropped with the call.
 */
public final class WalkedGraph {

  WalkedGraph() {}

  /** The frame that was walked. */
  public Frame frame() {
    throw new UnsupportedOperationException("being built");
  }

  /** The canonical fingerprint of everything compared. */
  public Fingerprint fingerprint() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Fingerprints of the top-level parts and of the fields one level below, {@code ctx} and {@code
   * ctx.pages}, in order: what tells which part differs.
   */
  public Map<String, Fingerprint> parts() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Paths of unordered containers with elements that content cannot tell apart: such inputs match
   * no record.
   */
  public List<String> ambiguities() {
    throw new UnsupportedOperationException("being built");
  }

  /** How many objects have a number; numbers go from 0. */
  public int size() {
    throw new UnsupportedOperationException("being built");
  }

  /** The object with a number. */
  public Object object(int number) {
    throw new UnsupportedOperationException("being built");
  }

  /** The number of an object, or -1 if it is not in the graph. */
  public int numberOf(Object object) {
    throw new UnsupportedOperationException("being built");
  }

  /** Where an object was found: {@code ctx.orders[17].customer}. */
  public String path(int number) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether an object is state, as against infrastructure, which overlapping calls may share. */
  public boolean isState(int number) {
    throw new UnsupportedOperationException("being built");
  }

  /** Approximate size of the state in bytes. */
  public long sizeBytes() {
    throw new UnsupportedOperationException("being built");
  }
}
