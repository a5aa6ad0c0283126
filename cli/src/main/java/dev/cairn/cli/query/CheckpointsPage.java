package dev.cairn.cli.query;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.CallLabel;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.model.Checkpoint;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of checkpoints for people. */
final class CheckpointsPage {
  private final Session session;

  /** A page on the screen of a session. */
  CheckpointsPage(Session session) {
    this.session = session;
  }

  /** Prints it. */
  public void print(CheckpointPage page) {
    if (page.checkpoints().isEmpty()) {
      session.screen().out().println(none(page));
      return;
    }
    Table table =
        new Table(
            Column.words("CHECKPOINT"),
            Column.text("CALL"),
            Column.words("STATE"),
            Column.figures("STORED"),
            Column.figures("RAW").ifThereIsRoom(),
            Column.figures("TOOK").ifThereIsRoom(),
            Column.figures("TIME"),
            Column.text("METADATA"));
    page.checkpoints().forEach(one -> table.add(row(one)));
    table.print(session.screen());
    int shown = page.checkpoints().size();
    if (shown < page.total()) {
      session
          .screen()
          .out()
          .println(
              (page.skipped() + 1) + " to " + (page.skipped() + shown) + " of " + page.total());
    }
  }

  private static String none(CheckpointPage page) {
    return page.total() == 0
        ? "No such checkpoints."
        : "No more than " + page.total() + " such checkpoints.";
  }

  private Cell[] row(ListedCheckpoint listed) {
    Checkpoint one = listed.checkpoint();
    return new Cell[] {
      Cell.of(one.run() + "#" + one.seq()),
      Cell.of(CallLabel.of(one.call().path())),
      state(listed),
      Cell.of(Amounts.size(one.payload().storedBytes())),
      Cell.of(Amounts.size(one.payload().rawBytes())),
      Cell.of(Amounts.duration(one.call().took())),
      Cell.of(session.time(one.at())),
      Cell.of(inWords(one.call().metadata()))
    };
  }

  private static Cell state(ListedCheckpoint listed) {
    Style style =
        switch (listed.state()) {
          case USABLE -> Style.PLAIN;
          case FORGOTTEN -> Style.FAINT;
          case DAMAGED -> Style.BAD;
        };
    return new Cell(listed.state().name().toLowerCase(Locale.ROOT), style);
  }

  private static String inWords(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
