package dev.cairn.core.event;

import java.time.Duration;

/**
 * What one attempt did.
 *
 * @param executed calls that ran and were recorded
 * @param restored calls that were restored
 * @param unprotected calls that ran without a record
 * @param storedBytes bytes that the attempt added to the store
 * @param saving time that callers waited for saves
 * @param timeSaved time that restored bodies once took, less the time to restore them
 */
public record RunTotals(
    int executed,
    int restored,
    int unprotected,
    long storedBytes,
    Duration saving,
    Duration timeSaved) {}
