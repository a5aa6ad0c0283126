package dev.cairn.cli.rehearse;

import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.rehearsal.Report;
import dev.cairn.core.rehearsal.Report.Counted;
import dev.cairn.core.rehearsal.Report.StageRow;
import java.util.List;

/** A rehearsal for people. */
final class RehearsalPage {
  private static final String COMMAND = "the command";
  private static final int FILES_SHOWN = 5;

  private final Screen screen;
  private final Rehearsed rehearsed;
  private final Report report;

  RehearsalPage(Screen screen, Rehearsed rehearsed) {
    this.screen = screen;
    this.rehearsed = rehearsed;
    this.report = rehearsed.report();
  }

  void print() {
    stages().print(screen);
    if (!report.findings().isEmpty()) {
      screen.out().println();
      findings().print(screen);
    }
    if (!report.unprotected().isEmpty()) {
      screen.out().println();
      unprotected().print(screen);
    }
    if (!rehearsed.written().isEmpty()) {
      screen.out().println();
      screen.out().println(written());
    }
    screen.out().println();
    screen.out().println(summary());
  }

  private String written() {
    List<String> files = rehearsed.written();
    List<String> shown = files.subList(0, Math.min(FILES_SHOWN, files.size()));
    int more = files.size() - shown.size();
    return "Not looked at: "
        + Letters.printable(String.join(", ", shown))
        + (more > 0 ? " and " + more + " more" : "")
        + ", which the command wrote; compare them yourself.";
  }

  private Table stages() {
    Table table =
        new Table(
            Column.text("STAGE"),
            Column.figures("CALLS"),
            Column.figures("CRASHES"),
            Column.figures("RESTORED"),
            Column.figures("RAN AGAIN"),
            Column.words("CAME BACK"));
    report.stages().forEach(row -> table.add(row(row)));
    return table;
  }

  private Cell[] row(StageRow row) {
    return new Cell[] {
      Cell.of(row.stage()),
      Cell.of(row.calls()),
      Cell.of(row.crashes()),
      Cell.of(row.restored()),
      Cell.of(row.again()),
      verdict(row)
    };
  }

  private Cell verdict(StageRow row) {
    if (report.hasFinding(row.stage())) {
      return new Cell("not equal", Style.BAD);
    }
    if (row.calls() == 0) {
      return new Cell("not saved", Style.NOTABLE);
    }
    return row.again() > 0 ? new Cell("ran again", Style.NOTABLE) : new Cell("equal", Style.GOOD);
  }

  private Table findings() {
    Table table =
        new Table(
            Column.text("WHERE"),
            Column.figures("CRASHES"),
            Column.prose("FOUND"),
            Column.prose("WHAT HELPS"));
    report.findings().forEach(finding -> table.add(row(finding)));
    return table;
  }

  private Cell[] row(Counted counted) {
    String subject = counted.finding().subject();
    String crashes = counted.crashes() == 0 ? "-" : counted.crashes() + " of " + report.crashes();
    return new Cell[] {
      Cell.of(subject.isEmpty() ? COMMAND : subject),
      Cell.of(crashes),
      new Cell(Wording.found(counted.finding()), Style.BAD),
      Cell.of(Wording.remedy(counted.finding()))
    };
  }

  private Table unprotected() {
    Table table = new Table(Column.text("UNPROTECTED"), Column.prose("WHY"));
    report.unprotected().forEach(call -> table.add(Cell.of(call.stage()), Cell.of(call.reason())));
    return table;
  }

  private String summary() {
    String untried =
        rehearsed.untried() > 0
            ? " (" + Amounts.count(report.calls(), "call") + "; --at-most tries more)"
            : "";
    String crashes = count(report.crashes(), "crash", "crashes") + untried;
    String missed =
        rehearsed.missed().isEmpty()
            ? ""
            : "; not made this time: " + Amounts.count(rehearsed.missed().size(), "call");
    return report.isEqual()
        ? screen.styled(Style.GOOD, crashes + ": everything came back equal" + missed)
        : screen.styled(Style.BAD, crashes + ": " + differences() + missed);
  }

  private String differences() {
    return count(report.findings().size(), "thing does", "things do") + " not come back equal";
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
