package dev.cairn.core.catalog;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.model.Checkpoint;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of a store.
 *
 * @param runs how many runs stand how
 * @param all of all checkpoints
 * @param pipelines of those of each pipeline, by name
 * @param stages of those of each stage of a pipeline, by both names
 * @param damages how many things are damaged in the runs that were looked at
 */
public record Statistics(
    Map<Status, Integer> runs,
    Totals all,
    SortedMap<String, Totals> pipelines,
    SortedMap<Stage, Totals> stages,
    int damages) {

  /** A stage of a pipeline. */
  public record Stage(String pipeline, String stage) implements Comparable<Stage> {
    private static final Comparator<Stage> ORDER =
        Comparator.comparing(Stage::pipeline).thenComparing(Stage::stage);

    @Override
    public int compareTo(Stage other) {
      return ORDER.compare(this, other);
    }
  }

  static Statistics of(ReadRuns read, CheckpointQuery query) {
    List<ListedCheckpoint> wanted = query.matching(read.checkpoints()).toList();
    return new Statistics(
        runs(read),
        Totals.of(wanted),
        grouped(wanted, one -> one.run().pipeline()),
        grouped(wanted, one -> new Stage(one.run().pipeline(), one.call().stage())),
        read.damages());
  }

  private static Map<Status, Integer> runs(ReadRuns read) {
    Map<Status, Integer> runs = new EnumMap<>(Status.class);
    read.histories().stream()
        .map(RunHistory::status)
        .forEach(status -> runs.merge(status, 1, Integer::sum));
    read.unreadable().forEach(run -> runs.merge(Status.UNREADABLE, 1, Integer::sum));
    return runs;
  }

  private static <K> SortedMap<K, Totals> grouped(
      List<ListedCheckpoint> wanted, Function<Checkpoint, K> key) {
    return wanted.stream()
        .collect(
            Collectors.groupingBy(
                one -> key.apply(one.checkpoint()),
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Totals::of)));
  }
}
