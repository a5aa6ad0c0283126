package dev.cairn.cli.query;

import dev.cairn.core.catalog.Statistics;
import dev.cairn.core.catalog.Totals;
import dev.cairn.core.log.RunHistory.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a store as JSON; its fields are promised in {@code docs/cli.md}. */
record StatisticsJson(
    Map<String, Integer> runs,
    FiguresJson all,
    List<PipelineJson> pipelines,
    List<StageJson> stages,
    int damages) {

  /** The JSON of it. */
  public static StatisticsJson of(Statistics statistics) {
    return new StatisticsJson(
        runs(statistics),
        FiguresJson.of(statistics.all()),
        statistics.pipelines().entrySet().stream()
            .map(one -> new PipelineJson(one.getKey(), FiguresJson.of(one.getValue())))
            .toList(),
        statistics.stages().entrySet().stream()
            .map(
                one ->
                    new StageJson(
                        one.getKey().pipeline(),
                        one.getKey().stage(),
                        FiguresJson.of(one.getValue())))
            .toList(),
        statistics.damages());
  }

  private static Map<String, Integer> runs(Statistics statistics) {
    Map<String, Integer> runs = new LinkedHashMap<>();
    Arrays.stream(Status.values())
        .forEach(
            status ->
                runs.put(
                    status.name().toLowerCase(Locale.ROOT),
                    statistics.runs().getOrDefault(status, 0)));
    return runs;
  }

  /** Those of a pipeline. */
  record PipelineJson(String pipeline, FiguresJson figures) {}

  /** Those of a stage. */
  record StageJson(String pipeline, String stage, FiguresJson figures) {}

  /** Figures of some checkpoints. */
  record FiguresJson(
      int runs,
      int checkpoints,
      int deltas,
      int forgotten,
      long rawBytes,
      long storedBytes,
      double ratio,
      long tookMillis,
      @Nullable String newest) {

    static FiguresJson of(Totals totals) {
      return new FiguresJson(
          totals.runs(),
          totals.checkpoints(),
          totals.deltas(),
          totals.forgotten(),
          totals.rawBytes(),
          totals.storedBytes(),
          totals.ratio(),
          totals.took().toMillis(),
          totals.newest().map(Instant::toString).orElse(null));
    }
  }
}
