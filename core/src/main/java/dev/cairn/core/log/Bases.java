package dev.cairn.core.log;

import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots of a run that later ones may be deltas of: how long the chain of each is, and the
 * raw bytes of those used last, as far as there is room. Thread-safe.
 */
final class Bases {
  /** A smaller snapshot costs an entry in any case, and every base is something to lose. */
  static final int LEAST_BYTES = 4 * 1024;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Deltas rules;
  private final Map<Long, Integer> chains = new HashMap<>();
  private final Map<Long, Payload> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  Bases(Deltas rules, Iterable<Checkpoint> earlier) {
    this.rules = rules;
    earlier.forEach(this::count);
  }

  private void count(Checkpoint checkpoint) {
    int before = checkpoint.payload().isDelta() ? chain(checkpoint.payload().base()) : 0;
    chains.put(checkpoint.seq(), before + 1);
  }

  /** How many snapshots it takes to read one; as many as can be where it is not known. */
  private int chain(long seq) {
    return chains.getOrDefault(seq, rules.keyframe());
  }

  /** Whether a snapshot may be stored as a delta of this one. */
  synchronized boolean mayBeBase(Checkpoint base) {
    return fits(base.payload().rawBytes()) && chain(base.seq()) < rules.keyframe();
  }

  /** Whether a snapshot of this size takes part in deltas. */
  boolean fits(long rawBytes) {
    return rules.keyframe() > 1
        && rawBytes >= LEAST_BYTES
        && rawBytes <= Math.min(rules.memoryBytes(), LARGEST_ARRAY);
  }

  /** The raw bytes of one, if they are in memory. */
  synchronized Optional<Payload> kept(Checkpoint base) {
    return Optional.ofNullable(kept.get(base.seq()));
  }

  /** From now on none of these is a base. */
  synchronized void forget(Iterable<Long> entries) {
    for (long seq : entries) {
      chains.remove(seq);
      Payload gone = kept.remove(seq);
      keptBytes -= gone == null ? 0 : gone.sizeBytes();
    }
  }

  /** Remembers a snapshot of this run, whose raw bytes are known to be right. */
  synchronized void keep(Checkpoint checkpoint, Payload raw) {
    count(checkpoint);
    if (!fits(raw.sizeBytes())) {
      return;
    }
    Payload before = kept.put(checkpoint.seq(), raw);
    keptBytes += raw.sizeBytes() - (before == null ? 0 : before.sizeBytes());
    Iterator<Payload> oldest = kept.values().iterator();
    while (keptBytes > rules.memoryBytes()) {
      keptBytes -= oldest.next().sizeBytes();
      oldest.remove();
    }
  }
}
