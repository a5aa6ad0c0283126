package dev.cairn.core.catalog;

import java.util.List;

/**
 * A part of the checkpoints that were asked for.
 *
 * @param total how many there are
 * @param skipped how many come before these
 * @param checkpoints these
 * @param damages how many things are damaged in the runs that were looked at
 */
public record CheckpointPage(
    int total, int skipped, List<ListedCheckpoint> checkpoints, int damages) {}
