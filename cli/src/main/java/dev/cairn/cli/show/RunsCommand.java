package dev.cairn.cli.show;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the runs of a store. */
@Command(
    name = "runs",
    customSynopsis = "java -jar cairn.jar runs [--store DIR] [--json]",
    description = "Lists the runs of a store, the last active first.")
public final class RunsCommand extends StoreCommand {

  /** The command in a session. */
  public RunsCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened) {
    List<RunSummary> runs = new Catalog(opened).runs();
    return Answer.of(
        runs.stream().allMatch(RunsCommand::isIntact),
        () -> runs.stream().map(RunJson::of).toList(),
        () -> new RunsPage(session()).print(runs));
  }

  private static boolean isIntact(RunSummary run) {
    return run.damages() == 0 && run.status() != Status.UNREADABLE;
  }
}
