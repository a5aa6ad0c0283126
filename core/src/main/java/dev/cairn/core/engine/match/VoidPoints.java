package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is void: of attempts before an epoch all records that began after a point. For one thread.
 */
final class VoidPoints {
  static final String NOTE = "voids=";

  private final Map<Long, Long> earliestByEpoch = new TreeMap<>();

  void add(long epoch, long began) {
    earliestByEpoch.merge(epoch, began, Math::min);
  }

  /** Adds what a call notes that ran in the place of a record. */
  void read(Checkpoint checkpoint) {
    for (String note : checkpoint.call().notes()) {
      if (note.startsWith(NOTE)) {
        add(checkpoint.epoch(), Long.parseLong(note.substring(NOTE.length())));
      }
    }
  }

  boolean cover(Checkpoint checkpoint) {
    return earliestByEpoch.entrySet().stream()
        .anyMatch(
            point ->
                checkpoint.epoch() < point.getKey()
                    && checkpoint.call().began() > point.getValue());
  }
}
