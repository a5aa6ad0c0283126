package dev.cairn.cli.query;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Table;
import dev.cairn.core.catalog.Statistics;
import dev.cairn.core.catalog.Totals;
import dev.cairn.core.event.Amounts;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures of a store for people. */
final class StatisticsPage {
  private static final double PERCENT = 100;

  private final Session session;

  /** A page on the screen of a session. */
  StatisticsPage(Session session) {
    this.session = session;
  }

  /** Prints it. */
  public void print(Statistics statistics) {
    session.screen().out().println("Runs: " + runs(statistics));
    session.screen().out().println();
    Table pipelines = table("PIPELINE");
    statistics.pipelines().forEach((name, totals) -> pipelines.add(row(name, totals)));
    pipelines.add(row("all", statistics.all()));
    pipelines.print(session.screen());
    if (!statistics.stages().isEmpty()) {
      session.screen().out().println();
      Table stages = table("STAGE");
      statistics
          .stages()
          .forEach((key, totals) -> stages.add(row(key.pipeline() + " > " + key.stage(), totals)));
      stages.print(session.screen());
    }
  }

  private static String runs(Statistics statistics) {
    int all = statistics.runs().values().stream().mapToInt(Integer::intValue).sum();
    String each =
        statistics.runs().entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return all == 0 ? "none" : all + " (" + each + ")";
  }

  private static Table table(String title) {
    return new Table(
        Column.text(title),
        Column.figures("RUNS").ifThereIsRoom(),
        Column.figures("CHECKPOINTS"),
        Column.figures("DELTAS").ifThereIsRoom(),
        Column.figures("FORGOTTEN").ifThereIsRoom(),
        Column.figures("RAW"),
        Column.figures("STORED"),
        Column.figures("RATIO"),
        Column.figures("TOOK"),
        Column.figures("NEWEST").ifThereIsRoom());
  }

  private Cell[] row(String name, Totals totals) {
    return new Cell[] {
      Cell.of(name),
      Cell.of(totals.runs()),
      Cell.of(totals.checkpoints()),
      Cell.of(totals.deltas()),
      Cell.of(totals.forgotten()),
      Cell.of(Amounts.size(totals.rawBytes())),
      Cell.of(Amounts.size(totals.storedBytes())),
      Cell.of(String.format(Locale.ROOT, "%.1f %%", PERCENT * totals.ratio())),
      Cell.of(Amounts.duration(totals.took())),
      Cell.of(session.time(totals.newest().orElse(Instant.EPOCH)))
    };
  }
}
