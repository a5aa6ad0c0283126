package dev.cairn.core.engine.lineage;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.model.Checkpoint;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states that calls of a run found and left as they were, and the checkpoint of each: another
 * call that finds and leaves one of them need not be encoded. Thread-safe.
 */
public final class KnownStates {
  private static final int ENOUGH = 16;

  private final Map<ContentHash, Checkpoint> states = new LinkedHashMap<>();
  private SoftReference<@Nullable WalkedGraph> left = new SoftReference<>(null);

  /**
   * Says what a call found, and whether it left that as it was: then the next one will probably
   * find the same. Given up before memory becomes scarce.
   */
  public synchronized void leave(WalkedGraph state, boolean still) {
    left = new SoftReference<>(still ? state : null);
  }

  /** What the last call found, if it left that as it was. */
  public synchronized Optional<WalkedGraph> left() {
    return Optional.ofNullable(left.get());
  }

  /** Remembers that a checkpoint holds a state, and left it as it was. */
  public void add(WalkedGraph state, Checkpoint checkpoint) {
    ContentHash hash = state.stateHash();
    synchronized (this) {
      states.remove(hash);
      states.put(hash, checkpoint);
      if (states.size() > ENOUGH) {
        states.remove(states.keySet().iterator().next());
      }
    }
  }

  /** The checkpoint that holds a state, if one is known. */
  public Optional<Checkpoint> find(WalkedGraph state) {
    if (isEmpty()) {
      return Optional.empty();
    }
    ContentHash hash = state.stateHash();
    synchronized (this) {
      return Optional.ofNullable(states.get(hash));
    }
  }

  private synchronized boolean isEmpty() {
    return states.isEmpty();
  }
}
