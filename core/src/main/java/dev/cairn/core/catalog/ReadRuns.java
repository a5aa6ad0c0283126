package dev.cairn.core.catalog;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.RunId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs as they were when they were read.
 *
 * @param histories those that can be read
 * @param unreadable those that the storage does not let us read
 */
record ReadRuns(List<RunHistory> histories, List<RunId> unreadable) {

  /**
   * What came of reading one run.
   *
   * @param history empty where nothing is left of it, or it cannot be read
   * @param readable whether it can
   */
  record Found(Optional<RunHistory> history, boolean readable) {}

  static ReadRuns of(List<RunId> runs, List<Found> found) {
    return new ReadRuns(
        found.stream().map(Found::history).flatMap(Optional::stream).toList(),
        IntStream.range(0, runs.size())
            .filter(at -> !found.get(at).readable())
            .mapToObj(runs::get)
            .toList());
  }

  Stream<ListedCheckpoint> checkpoints() {
    return histories.stream().flatMap(ListedCheckpoint::of);
  }

  /** How many things are damaged. */
  int damages() {
    return unreadable.size() + histories.stream().mapToInt(one -> one.damages().size()).sum();
  }
}
