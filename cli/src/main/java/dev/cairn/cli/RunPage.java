package dev.cairn.cli;

import dev.cairn.cli.text.Amounts;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.model.Checkpoint;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One run for people. */
final class RunPage {
  private final Session session;
  private final RunHistory history;
  private final PrintWriter out;

  RunPage(Session session, RunHistory history) {
    this.session = session;
    this.history = history;
    this.out = session.screen().out();
  }

  void print() {
    printFacts();
    if (!history.checkpoints().isEmpty()) {
      out.println();
      printCalls();
    }
    if (!history.damages().isEmpty()) {
      out.println();
      printDamages();
    }
    if (history.status() == Status.UNFINISHED) {
      out.println();
      printHowToResume();
    }
  }

  private void printFacts() {
    Map<String, Cell> facts = new LinkedHashMap<>();
    facts.put("Run", Cell.of(history.run().toString()));
    history.opened().map(OpenFacts::key).ifPresent(key -> facts.put("Key", Cell.of(key)));
    facts.put("Status", StatusWord.of(history.status()).cell());
    history
        .opened()
        .map(OpenFacts::application)
        .ifPresent(application -> facts.put("Application", Cell.of(application)));
    facts.put("Started", Cell.of(Amounts.time(history.openedAt(), session.zone())));
    facts.put("Last entry", Cell.of(lastEntry()));
    facts.put("Last owner", Cell.of(history.owner().toString()));
    facts.put("Attempts", Cell.of(attempts()));
    facts.put("Snapshots", Cell.of(totals()));
    facts.forEach(this::printFact);
  }

  private void printFact(String name, Cell fact) {
    Screen screen = session.screen();
    String label = screen.styled(Style.TITLE, name) + " ".repeat(13 - name.length());
    out.println(label + screen.styled(fact.style(), fact.text()));
  }

  private String lastEntry() {
    String age = Amounts.age(history.lastEntryAt(), session.now());
    return Amounts.time(history.lastEntryAt(), session.zone()) + " (" + age + ")";
  }

  private String attempts() {
    Map<Long, Long> checkpoints =
        history.checkpoints().stream()
            .collect(
                Collectors.groupingBy(
                    Checkpoint::epoch, LinkedHashMap::new, Collectors.counting()));
    return history.attempts().size() + " " + checkpoints;
  }

  private String totals() {
    List<Checkpoint> all = history.checkpoints();
    long raw = all.stream().mapToLong(one -> one.payload().rawBytes()).sum();
    long stored = all.stream().mapToLong(one -> one.payload().storedBytes()).sum();
    Duration took =
        all.stream().map(one -> one.call().took()).reduce(Duration.ZERO, Duration::plus);
    return all.size()
        + " checkpoints, "
        + Amounts.size(stored)
        + " stored ("
        + Amounts.size(raw)
        + " raw), of calls that took "
        + Amounts.duration(took);
  }

  private void printCalls() {
    Table table =
        new Table(
            Column.figures("ENTRY"),
            Column.text("CALL"),
            Column.figures("ATTEMPT"),
            Column.figures("TOOK"),
            Column.figures("STORED"),
            Column.figures("RAW"),
            Column.words("COMPRESSION"),
            Column.words("ENDED"),
            Column.text("NOTES"));
    history.checkpoints().forEach(checkpoint -> table.add(row(checkpoint)));
    table.print(session.screen());
  }

  private Cell[] row(Checkpoint checkpoint) {
    return new Cell[] {
      Cell.of(checkpoint.seq()),
      Cell.of(CallLabel.of(checkpoint.call().path())),
      Cell.of(checkpoint.epoch()),
      Cell.of(Amounts.duration(checkpoint.call().took())),
      Cell.of(Amounts.size(checkpoint.payload().storedBytes())),
      Cell.of(Amounts.size(checkpoint.payload().rawBytes())),
      Cell.of(checkpoint.payload().compression()),
      Cell.of(Amounts.time(checkpoint.call().endedAt(), session.zone())),
      notes(checkpoint)
    };
  }

  private Cell notes(Checkpoint checkpoint) {
    List<String> notes = new ArrayList<>(checkpoint.call().notes());
    checkpoint.call().metadata().forEach((name, value) -> notes.add(name + "=" + value));
    if (history.isUsable(checkpoint)) {
      return Cell.of(String.join(", ", notes));
    }
    notes.add(0, "not usable");
    return new Cell(String.join(", ", notes), Style.BAD);
  }

  private void printDamages() {
    Screen screen = session.screen();
    out.println(screen.styled(Style.BAD, "Damaged: what is listed here counts as absent."));
    for (Damage damage : history.damages()) {
      out.println("  " + Letters.printable(damage.toString()));
    }
  }

  private void printHowToResume() {
    out.println("To resume: start the program again as before.");
    out.println("To resume exactly this run: add -Dcairn.resume=" + history.run());
    out.println("To begin a new one instead: add -Dcairn.fresh=true");
  }
}
