package dev.cairn.cli.show;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.StatusWord;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Times;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** One run for people. */
final class RunPage {
  private static final int LABEL_WIDTH = 13;

  private final Session session;
  private final RunHistory history;
  private final Liveness owner;
  private final PrintWriter out;

  /** A page on the screen of a session. */
  RunPage(Session session, RunHistory history, Liveness owner) {
    this.session = session;
    this.history = history;
    this.owner = owner;
    this.out = session.screen().out();
  }

  /** Prints it. */
  public void print() {
    printFacts();
    RunTables tables = new RunTables(session, history);
    if (!history.attempts().isEmpty()) {
      out.println();
      tables.attempts().print(session.screen());
    }
    if (!history.checkpoints().isEmpty()) {
      out.println();
      tables.calls().print(session.screen());
    }
    tables
        .stages()
        .ifPresent(
            stages -> {
              out.println();
              stages.print(session.screen());
            });
    if (!history.damages().isEmpty()) {
      out.println();
      printDamages();
    }
    if (history.status() == Status.UNFINISHED && owner != Liveness.ALIVE) {
      out.println();
      printHowToResume();
    }
  }

  private void printFacts() {
    printFact("Run", Cell.of(history.run().toString()));
    history.opened().ifPresent(facts -> printFact("Key", Cell.of(facts.key())));
    printFact("Status", StatusWord.of(history.status(), owner).cell());
    history
        .opened()
        .map(OpenFacts::application)
        .filter(application -> !application.isEmpty())
        .ifPresent(application -> printFact("Application", Cell.of(application)));
    printFact("Started", Cell.of(session.time(history.openedAt())));
    printFact("Last entry", Cell.of(lastEntry()));
    if (history.status() == Status.UNFINISHED) {
      printFact("Owner", Cell.of(ownerInWords()));
    }
    printFact("Checkpoints", Cell.of(checkpointsInWords()));
    if (!history.totals().isEmpty()) {
      printFact("Totals", Cell.of(totals()));
    }
  }

  private void printFact(String name, Cell fact) {
    Screen screen = session.screen();
    String label = screen.styled(Style.TITLE, name) + " ".repeat(LABEL_WIDTH - name.length());
    out.println(label + screen.styled(fact.style(), fact.text()));
  }

  private String lastEntry() {
    String time = session.time(history.lastEntryAt());
    return time.equals(Session.NO_TIME)
        ? time
        : time + " (" + Times.age(history.lastEntryAt(), session.now()) + ")";
  }

  private String ownerInWords() {
    return history.owner()
        + switch (owner) {
          case ALIVE -> ", alive";
          case GONE -> ", gone";
          case UNKNOWN -> ", on another system: whether it is alive cannot be seen from here";
        };
  }

  private String checkpointsInWords() {
    List<Checkpoint> all = history.checkpoints();
    long raw = all.stream().mapToLong(one -> one.payload().rawBytes()).sum();
    long stored = all.stream().mapToLong(one -> one.payload().storedBytes()).sum();
    return all.size() + "; " + Amounts.size(stored) + " stored, " + Amounts.size(raw) + " raw";
  }

  private String totals() {
    return history.totals().entrySet().stream()
        .map(total -> total.getKey() + "=" + total.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void printDamages() {
    out.println(
        session.screen().styled(Style.BAD, "Damaged")
            + ": what is listed here counts as absent, and its calls run again. Nothing was"
            + " deleted; a good copy of a file may be put back.");
    for (Damage damage : history.damages()) {
      out.println("  " + Letters.printable(damage.toString()));
    }
  }

  private void printHowToResume() {
    out.println("Start the program again as before to resume this run.");
    out.println(
        "-Dcairn.resume="
            + history.run()
            + " resumes it even if it is old or a newer one is there.");
  }
}
