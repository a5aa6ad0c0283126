package dev.cairn.core.catalog;

import dev.cairn.core.catalog.ListedCheckpoint.State;
import dev.cairn.core.model.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Figures of some checkpoints.
 *
 * @param runs how many runs they are of
 * @param checkpoints how many they are
 * @param deltas how many of them are stored as differences to another
 * @param forgotten how many of them were given up
 * @param rawBytes how large their snapshots are
 * @param storedBytes how large as stored; a forgotten one still counts as it was
 * @param took how long their calls ran
 * @param newest when the last of them was committed; empty where there is none
 */
public record Totals(
    int runs,
    int checkpoints,
    int deltas,
    int forgotten,
    long rawBytes,
    long storedBytes,
    Duration took,
    Optional<Instant> newest) {

  /** The figures of these. */
  public static Totals of(List<ListedCheckpoint> wanted) {
    List<Checkpoint> all = wanted.stream().map(ListedCheckpoint::checkpoint).toList();
    return new Totals(
        (int) all.stream().map(Checkpoint::run).distinct().count(),
        all.size(),
        count(wanted, one -> one.checkpoint().payload().isDelta()),
        count(wanted, one -> one.state() == State.FORGOTTEN),
        all.stream().mapToLong(one -> one.payload().rawBytes()).sum(),
        all.stream().mapToLong(one -> one.payload().storedBytes()).sum(),
        all.stream().map(one -> one.call().took()).reduce(Duration.ZERO, Duration::plus),
        all.stream().map(Checkpoint::at).max(Comparator.naturalOrder()));
  }

  private static int count(List<ListedCheckpoint> wanted, Predicate<ListedCheckpoint> condition) {
    return (int) wanted.stream().filter(condition).count();
  }

  /** What is stored of each raw byte; 1 where there is none. */
  public double ratio() {
    return rawBytes == 0 ? 1 : (double) storedBytes / rawBytes;
  }
}
