package dev.cairn.cli.query;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Table;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.retention.PrunedRun;
import java.util.List;

/** The runs that go, for people and as JSON; its fields are promised in {@code docs/cli.md}. */
final class PruningPage {
  private final Session session;

  /** A page on the screen of a session. */
  PruningPage(Session session) {
    this.session = session;
  }

  /** Prints it. */
  public void print(List<PrunedRun> gone, boolean dry) {
    if (!gone.isEmpty()) {
      Table table =
          new Table(
              Column.words("RUN"),
              Column.figures("LAST ENTRY"),
              Column.figures("CHECKPOINTS").ifThereIsRoom(),
              Column.figures("SIZE"),
              Column.prose("WHY"));
      gone.forEach(run -> table.add(row(run)));
      table.print(session.screen());
    }
    long bytes = gone.stream().mapToLong(PrunedRun::storedBytes).sum();
    session
        .screen()
        .out()
        .println(
            (dry ? "Would delete " : "Deleted ")
                + Amounts.count(gone.size(), "run")
                + ", "
                + Amounts.size(bytes)
                + ".");
  }

  private Cell[] row(PrunedRun run) {
    return new Cell[] {
      Cell.of(run.run().toString()),
      Cell.of(session.time(run.lastEntryAt())),
      Cell.of(run.checkpoints()),
      Cell.of(Amounts.size(run.storedBytes())),
      Cell.of(run.why())
    };
  }

  /** The JSON of it. */
  public static Record json(List<PrunedRun> gone, boolean dry) {
    return new PruningJson(dry, gone.stream().map(RunJson::of).toList());
  }

  /** What went, or would go. */
  record PruningJson(boolean dryRun, List<RunJson> runs) {}

  /** One run that goes. */
  record RunJson(String run, String lastEntryAt, int checkpoints, long storedBytes, String why) {
    static RunJson of(PrunedRun run) {
      return new RunJson(
          run.run().toString(),
          run.lastEntryAt().toString(),
          run.checkpoints(),
          run.storedBytes(),
          run.why());
    }
  }
}
