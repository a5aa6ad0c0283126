package dev.cairn.cli.plan;

import dev.cairn.cli.plan.StartPlan.End;
import dev.cairn.cli.text.CallLabel;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.explain.RunPlan;
import dev.cairn.core.explain.RunPlan.Fate;
import dev.cairn.core.explain.RunPlan.Planned;
import dev.cairn.core.model.Checkpoint;
import java.util.Optional;

/** A plan for people. */
final class PlanPage {
  private static final String NOTHING = "-";

  private final Screen screen;
  private final StartPlan plan;

  PlanPage(Screen screen, StartPlan plan) {
    this.screen = screen;
    this.plan = plan;
  }

  /** Writes it to the screen. */
  public void print() {
    plan.runs().forEach(this::print);
    say(ending());
  }

  private void print(StartPlan.Planned run) {
    String key = run.key().isEmpty() ? "" : " (" + run.key() + ")";
    say((run.plan().isPresent() ? "resumes run " : "opens the new run ") + run.id() + key);
    run.plan().ifPresent(this::print);
    run.differences()
        .forEach(
            found ->
                say(found.path() + ": " + shown(found.recorded()) + " → " + shown(found.now())));
    run.plan().ifPresent(known -> say(totals(known)));
    screen.out().println();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private void print(RunPlan run) {
    Table table =
        new Table(
            Column.words("PLAN"),
            Column.text("CALL"),
            Column.prose("WHY"),
            Column.figures("LOADS"),
            Column.figures("SAVES"));
    run.calls().forEach(call -> table.add(row(run, call)));
    table.print(screen);
  }

  private static Cell[] row(RunPlan run, Planned call) {
    Optional<Checkpoint> used = call.record().filter(record -> call.fate() != Fate.RUN);
    return new Cell[] {
      fate(call.fate()),
      Cell.of(CallLabel.of(call.path())),
      Cell.of(call.reason()),
      Cell.of(used.map(record -> Amounts.size(run.loadBytes(record))).orElse(NOTHING)),
      Cell.of(used.map(record -> Amounts.duration(record.call().took())).orElse(NOTHING))
    };
  }

  private static Cell fate(Fate fate) {
    return switch (fate) {
      case RESTORE -> new Cell("RESTORE", Style.GOOD);
      case RUN -> new Cell("RUN", Style.NOTABLE);
      case PERHAPS -> new Cell("perhaps", Style.FAINT);
    };
  }

  private static String totals(RunPlan run) {
    String restored = "restored: " + amount(run, Fate.RESTORE);
    return run.count(Fate.PERHAPS) == 0
        ? restored
        : restored + "; perhaps: " + amount(run, Fate.PERHAPS);
  }

  private static String amount(RunPlan run, Fate fate) {
    int calls = run.count(fate);
    return Amounts.count(calls, "call")
        + ", "
        + Amounts.size(run.loadBytes(fate))
        + " to load, "
        + Amounts.duration(run.took(fate))
        + " saved";
  }

  private String ending() {
    if (plan.end() instanceof End.BeforeCall before) {
      return "The start was ended before "
          + before.call()
          + " ran: what becomes of later calls depends on what it does.";
    }
    if (plan.end() instanceof End.BeforeUnprotected before) {
      return "The start was ended before "
          + before.call()
          + ", which would run unprotected: "
          + before.reason();
    }
    return plan.runs().isEmpty()
        ? "The command came to its end without a call of a stage."
        : "The command came to its end: no stage is to run.";
  }

  private void say(String line) {
    screen.out().println(Letters.printable(line));
  }
}
