package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is void: of attempts before an epoch all records that began after a point. For one thread.
 */
final class VoidPoints {
  private final Map<Long, Long> earliestByEpoch = new TreeMap<>();

  void add(long epoch, long began) {
    earliestByEpoch.merge(epoch, began, Math::min);
  }

  boolean cover(Checkpoint checkpoint) {
    return earliestByEpoch.entrySet().stream()
        .anyMatch(
            point ->
                checkpoint.epoch() < point.getKey()
                    && checkpoint.call().began() > point.getValue());
  }
}
