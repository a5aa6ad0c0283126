package dev.cairn.core.catalog;

import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.RunId;
import java.time.Instant;

/**
 * One line about a run.
 *
 * @param run which
 * @param key its key in full, as people read it; empty where it cannot be read
 * @param status how it stands
 * @param owner what one look tells of its owner
 * @param attempts how many processes worked on it
 * @param checkpoints how many it has
 * @param rawBytes their size before compression
 * @param storedBytes their size as stored
 * @param openedAt when it opened; the epoch's start where that cannot be read
 * @param lastEntryAt when its last entry was written; the epoch's start where there is none
 * @param damages how many damaged things it has
 */
public record RunSummary(
    RunId run,
    String key,
    RunHistory.Status status,
    Liveness owner,
    int attempts,
    int checkpoints,
    long rawBytes,
    long storedBytes,
    Instant openedAt,
    Instant lastEntryAt,
    int damages) {

  /** Of a run that the storage does not let us read. */
  static RunSummary unreadable(RunId run) {
    return new RunSummary(
        run,
        "",
        RunHistory.Status.UNREADABLE,
        Liveness.UNKNOWN,
        0,
        0,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }
}
