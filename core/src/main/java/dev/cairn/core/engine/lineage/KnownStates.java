package dev.cairn.core.engine.lineage;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.model.Checkpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The states that calls of a run found and left as they were, and the checkpoint of each: another
 * call that finds and leaves one of them need not be encoded. Thread-safe.
 */
public final class KnownStates {
  private static final int ENOUGH = 16;

  private final Map<ContentHash, Checkpoint> states = new LinkedHashMap<>();

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
