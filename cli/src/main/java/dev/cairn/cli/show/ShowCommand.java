package dev.cairn.cli.show;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.RunCommand;
import dev.cairn.cli.session.Session;
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
public final class ShowCommand extends RunCommand {

  /** The command in a session. */
  public ShowCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened, RunHistory history) {
    Liveness owner = opened.liveness(history);
    return Answer.of(
        history.damages().isEmpty() && history.status() != Status.UNREADABLE,
        () -> HistoryJson.of(history, owner),
        () -> new RunPage(session(), history, owner).print());
  }
}
