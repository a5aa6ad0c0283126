package dev.cairn.core.codec;

import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.WalkedGraph;
import java.util.List;

/**
 * The content of a call's inputs at its entry, kept so that it can be put back. For one thread.
 * Memory: as much as the state.
 */
public final class Rollback {

  private Rollback() {}

  /** Keeps the content of all inputs. */
  public static Rollback of(WalkedGraph entry) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Puts everything back to what it was; may be called once per try.
   *
   * @return the paths of the objects that were put back
   * @throws RestoreException if that failed
   */
  public List<String> putBack() {
    throw new UnsupportedOperationException("being built");
  }
}
