package dev.cairn.cli.show;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.StatusWord;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.cli.text.Times;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.event.Amounts;
import java.time.Instant;
import java.util.List;

/** The runs of a store for people. */
final class RunsPage {
  private final Session session;

  /** A page on the screen of a session. */
  RunsPage(Session session) {
    this.session = session;
  }

  /** Prints it. */
  public void print(List<RunSummary> runs) {
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
            Column.figures("SIZE").ifThereIsRoom(),
            Column.figures("STARTED").ifThereIsRoom(),
            Column.figures("ACTIVE"),
            Column.figures("DAMAGED"));
    runs.forEach(run -> table.add(row(run)));
    table.print(session.screen());
  }

  private Cell[] row(RunSummary run) {
    boolean readable = !run.lastEntryAt().equals(Instant.EPOCH);
    return new Cell[] {
      Cell.of(run.run().toString()),
      Cell.of(run.key()),
      StatusWord.of(run.status(), run.owner()).cell(),
      Cell.of(run.checkpoints()),
      Cell.of(Amounts.size(run.storedBytes())),
      Cell.of(session.time(run.openedAt())),
      Cell.of(readable ? Times.age(run.lastEntryAt(), session.now()) : Session.NO_TIME),
      new Cell(run.damages() == 0 ? "-" : Integer.toString(run.damages()), damageStyle(run))
    };
  }

  private static Style damageStyle(RunSummary run) {
    return run.damages() == 0 ? Style.FAINT : Style.BAD;
  }
}
