package dev.cairn.cli.show;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.show.HistoryJson.StageJson;
import dev.cairn.cli.text.CallLabel;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.Attempt;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.PayloadFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The attempts and the calls of a run as tables. */
final class RunTables {
  private final Session session;
  private final RunHistory history;

  RunTables(Session session, RunHistory history) {
    this.session = session;
    this.history = history;
  }

  Table attempts() {
    Table table =
        new Table(
            Column.figures("ATTEMPT"),
            Column.figures("SINCE"),
            Column.figures("CHECKPOINTS"),
            Column.text("OWNER"));
    history.attempts().forEach(attempt -> table.add(row(attempt)));
    return table;
  }

  private Cell[] row(Attempt attempt) {
    long checkpoints =
        history.checkpoints().stream().filter(one -> one.epoch() == attempt.epoch()).count();
    return new Cell[] {
      Cell.of(attempt.epoch()),
      Cell.of(session.time(attempt.since())),
      Cell.of(checkpoints),
      Cell.of(attempt.owner().toString())
    };
  }

  Table calls() {
    Table table =
        new Table(
            Column.figures("ENTRY"),
            Column.text("CALL"),
            Column.figures("ATTEMPT"),
            Column.figures("TOOK"),
            Column.figures("STORED"),
            Column.figures("RAW").ifThereIsRoom(),
            Column.figures("BASE").ifThereIsRoom(),
            Column.words("COMPRESSION").ifThereIsRoom(),
            Column.figures("ENDED").ifThereIsRoom(),
            Column.text("NOTES"));
    history.checkpoints().forEach(checkpoint -> table.add(row(checkpoint)));
    return table;
  }

  private Cell[] row(Checkpoint checkpoint) {
    PayloadFacts payload = checkpoint.payload();
    return new Cell[] {
      Cell.of(checkpoint.seq()),
      Cell.of(CallLabel.of(checkpoint.call().path())),
      Cell.of(checkpoint.epoch()),
      Cell.of(Amounts.duration(checkpoint.call().took())),
      Cell.of(Amounts.size(payload.storedBytes())),
      Cell.of(Amounts.size(payload.rawBytes())),
      Cell.of(payload.isDelta() ? String.valueOf(payload.base()) : ""),
      Cell.of(payload.compression()),
      Cell.of(session.time(checkpoint.call().endedAt())),
      notes(checkpoint)
    };
  }

  /** What stages have as inputs, as far as the run's entries say. */
  Optional<Table> stages() {
    List<StageJson> stages = StageJson.of(history);
    Table table =
        new Table(
            Column.text("STAGE"),
            Column.prose("INPUTS"),
            Column.prose("WHY ALL FIELDS OF THIS").ifThereIsRoom());
    for (StageJson stage : stages) {
      table.add(
          new Cell[] {
            Cell.of(stage.stage()),
            Cell.of(stage.inWords()),
            Cell.of(Objects.requireNonNullElse(stage.whyAllFields(), ""))
          });
    }
    return stages.isEmpty() ? Optional.empty() : Optional.of(table);
  }

  private Cell notes(Checkpoint checkpoint) {
    List<String> notes = new ArrayList<>(CallJson.notes(checkpoint.call()));
    checkpoint.call().metadata().entrySet().stream()
        .map(metadata -> metadata.getKey() + "=" + metadata.getValue())
        .sorted()
        .forEach(notes::add);
    if (history.isUsable(checkpoint)) {
      return Cell.of(String.join(", ", notes));
    }
    notes.add(0, "not usable");
    return new Cell(String.join(", ", notes), Style.BAD);
  }
}
