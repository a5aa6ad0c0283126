package dev.cairn.cli;

import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.show.RunJson;
import dev.cairn.cli.show.RunsPage;
import dev.cairn.cli.text.Json;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a store. */
@Command(
    name = "runs",
    customSynopsis = "java -jar cairn.jar runs [--store DIR] [--json]",
    description = "Lists the runs of a store, the last active first.")
final class RunsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final StoreOption store = new StoreOption();

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (RunStore opened = store.open(session)) {
      List<RunSummary> runs = new Catalog(opened).runs();
      if (json) {
        Json.print(session.screen().out(), runs.stream().map(RunJson::of).toList());
      } else {
        new RunsPage(session).print(runs);
      }
      return runs.stream().allMatch(RunsCommand::isIntact) ? ExitStatus.DONE : ExitStatus.DAMAGED;
    }
  }

  private static boolean isIntact(RunSummary run) {
    return run.damages() == 0 && run.status() != Status.UNREADABLE;
  }
}
