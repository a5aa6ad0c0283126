package dev.cairn.core.catalog;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.RunId;
import java.time.Instant;

/**
 * One line about a run.
 *
 * @param run which
 * @param key its key in full, as people read it; empty where it cannot be read
 * @param status how it stands
 * @param attempts how many processes worked on it
 * @param checkpoints how many it has
 * @param rawBytes their size before compression
 * @param storedBytes their size as stored
 * @param openedAt when it opened
 * @param lastEntryAt when its last entry was written
 * @param damages how many damaged things it has
 */
public record RunSummary(
    RunId run,
    String key,
    RunHistory.Status status,
    int attempts,
    int checkpoints,
    long rawBytes,
    long storedBytes,
    Instant openedAt,
    Instant lastEntryAt,
    int damages) {}
