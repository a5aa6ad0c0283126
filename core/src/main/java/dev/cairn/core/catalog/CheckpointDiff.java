package dev.cairn.core.catalog;

import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.tree.Differences;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeDiff;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;

/**
 * Tells in what the states of two checkpoints differ, also where the application's classes are
 * absent. What it answers holds values of the application: for whoever asked, and for no log.
 */
public final class CheckpointDiff {
  private final RunStore store;
  private final SnapshotCodec codec;

  /** Compares checkpoints of a store that the caller opened and closes. */
  public CheckpointDiff(RunStore store, SnapshotCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  /**
   * Compares the states that two calls left.
   *
   * @param atMost how many differences to keep; all are counted
   * @throws dev.cairn.core.error.DamagedException if one is not what was written
   * @throws dev.cairn.core.error.CodecException if one cannot be decoded
   * @throws UnsupportedFormatException if another version of Cairn wrote one
   */
  public Differences between(Checkpoint before, Checkpoint after, int atMost) {
    return TreeDiff.of(state(before), state(after), atMost);
  }

  /** The state that a call left. */
  public SnapshotTree state(Checkpoint checkpoint) {
    String written = checkpoint.call().codec();
    if (!written.equals(codec.id())) {
      throw new UnsupportedFormatException(
          written,
          "Cannot read entry "
              + checkpoint.seq()
              + " of "
              + checkpoint.run()
              + ": it was written by codec "
              + written
              + ", this Cairn reads "
              + codec.id()
              + "; use the Cairn that wrote it");
    }
    return codec.describe(store.read(checkpoint));
  }
}
