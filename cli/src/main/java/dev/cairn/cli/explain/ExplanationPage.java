package dev.cairn.cli.explain;

import dev.cairn.cli.text.CallLabel;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Table;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.explain.RunExplanation;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import java.util.stream.Collectors;

/** The explanation of a run for people. */
final class ExplanationPage {
  private final Screen screen;
  private final RunExplanation explanation;
  private final RunHistory run;

  ExplanationPage(Screen screen, RunExplanation explanation, RunHistory run) {
    this.screen = screen;
    this.explanation = explanation;
    this.run = run;
  }

  /** Writes it to the screen. */
  public void print(CheckpointDiff diff) {
    Table table =
        new Table(
            Column.figures("ENTRY"),
            Column.text("CALL"),
            Column.prose("RAN"),
            Column.text("RESTORED"),
            Column.prose("NEXT START"));
    explanation.calls().forEach(call -> table.add(row(call)));
    table.print(screen);
    explanation.calls().forEach(call -> printDifferences(call.checkpoint(), diff));
    explanation
        .unprotected()
        .forEach(
            (attempt, calls) ->
                calls.forEach(call -> say("unprotected in attempt " + attempt + ": " + call)));
    run.amendments().forEach(amendment -> say(said(amendment)));
    run.damages().forEach(damage -> say("damaged: " + damage));
    if (run.status() == RunHistory.Status.UNFINISHED) {
      say("A call that is not listed was never finished: it runs.");
    }
  }

  private void printDifferences(Checkpoint one, CheckpointDiff diff) {
    for (Difference difference : explanation.differences(one, diff)) {
      say(
          "entry "
              + one.seq()
              + ": "
              + difference.path()
              + ": "
              + shown(difference.before())
              + " → "
              + shown(difference.after()));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private void say(String line) {
    screen.out().println(Letters.printable(line));
  }

  private static Cell[] row(RunExplanation.Call call) {
    String by = call.restoredBy().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Cell[] {
      Cell.of(call.checkpoint().seq()),
      Cell.of(CallLabel.of(call.checkpoint().call().path())),
      Cell.of("in attempt " + call.checkpoint().epoch() + ": " + call.ran()),
      Cell.of(by.isEmpty() ? "-" : "in attempt " + by),
      Cell.of(call.next())
    };
  }

  private static String said(Amendment amendment) {
    String entry = "entry " + amendment.seq() + ": ";
    return switch (amendment.kind()) {
      case ACCEPT ->
          entry
              + (amendment.detail().isEmpty()
                  ? "accept-change " + amendment.stage()
                  : "the accepted code of " + amendment.stage() + " was found");
      case INVALIDATE -> entry + "invalidate " + amendment.stage();
      case FORK -> entry + "forked from " + amendment.detail() + ", before " + amendment.stage();
    };
  }
}
