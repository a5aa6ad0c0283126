package dev.cairn.core.codec;

import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.Frame;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;

/** Decodes a snapshot just written and compares it with what it was written from. */
public final class ReadBack {

  public ReadBack(SnapshotCodec codec, GraphWalker walker) {}

  /**
   * Compares; writes to no live object.
   *
   * @throws CodecException if what was read differs; the subject is the path of the first
   *     difference
   */
  public void verify(EncodedSnapshot snapshot, WalkedGraph entry, Frame exit) {
    throw new UnsupportedOperationException("being built");
  }
}
