package dev.cairn.cli;

import dev.cairn.cli.text.Amounts;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.catalog.RunSummary;
import java.util.List;

/** The runs of a store for people. */
final class RunsPage {
  private final Session session;

  RunsPage(Session session) {
    this.session = session;
  }

  void print(List<RunSummary> runs) {
    if (runs.isEmpty()) {
      session.screen().out().println("No runs yet.");
      return;
    }
    Table table =
        new Table(
            Column.words("RUN"),
            Column.text("KEY"),
            Column.words("STATUS"),
            Column.figures("CHECKPOINTS"),
            Column.figures("SIZE"),
            Column.figures("STARTED"),
            Column.figures("LAST ACTIVITY"),
            Column.words("DAMAGED"));
    runs.forEach(run -> table.add(row(run)));
    table.print(session.screen());
  }

  private Cell[] row(RunSummary run) {
    String damages = run.damages() == 0 ? "" : Integer.toString(run.damages());
    return new Cell[] {
      Cell.of(run.run().toString()),
      Cell.of(run.key()),
      StatusWord.of(run.status()).cell(),
      Cell.of(run.checkpoints()),
      Cell.of(Amounts.size(run.storedBytes())),
      Cell.of(Amounts.time(run.openedAt(), session.zone())),
      Cell.of(Amounts.age(run.lastEntryAt(), session.now())),
      new Cell(damages, Style.BAD)
    };
  }
}
