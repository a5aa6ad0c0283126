package dev.cairn.cli;

import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.show.HistoryJson;
import dev.cairn.cli.show.RunPage;
import dev.cairn.cli.text.Json;
import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Command;

/** Shows one run: its facts, its attempts, its calls, what is damaged. */
@Command(
    name = "show",
    customSynopsis = "java -jar cairn.jar show RUN [--store DIR] [--json]",
    description = "Shows one run: its attempts, its calls, what is damaged.")
final class ShowCommand extends AboutRun {
  ShowCommand(Session session) {
    super(session);
  }

  @Override
  int tell(RunStore opened, RunHistory history) {
    Liveness owner = opened.liveness(history);
    if (json()) {
      Json.print(session().screen().out(), HistoryJson.of(history, owner));
    } else {
      new RunPage(session(), history, owner).print();
    }
    boolean intact = history.damages().isEmpty() && history.status() != Status.UNREADABLE;
    return intact ? ExitStatus.DONE : ExitStatus.DAMAGED;
  }
}
