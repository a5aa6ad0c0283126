package dev.cairn.core.retention;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.RunId;
import java.time.Instant;

/**
 * A run that goes.
 *
 * @param run which
 * @param lastEntryAt when its last entry was written
 * @param checkpoints how many it has
 * @param storedBytes what its snapshots take
 * @param why which rule says so, in words
 */
public record PrunedRun(
    RunId run, Instant lastEntryAt, int checkpoints, long storedBytes, String why) {

  static PrunedRun of(RunHistory run, String why) {
    return new PrunedRun(
        run.run(), run.lastEntryAt(), run.checkpoints().size(), storedBytes(run), why);
  }

  static long storedBytes(RunHistory run) {
    return run.checkpoints().stream()
        .filter(one -> !run.isForgotten(one))
        .mapToLong(one -> one.payload().storedBytes())
        .sum();
  }
}
