package dev.cairn.cli;

import dev.cairn.cli.Failures.NoRunException;
import dev.cairn.cli.text.Json;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run: its facts, its attempts, its calls, what is damaged. */
@Command(
    name = "show",
    customSynopsis = "java -jar cairn.jar show RUN [--store DIR] [--json]",
    description = "Shows one run: its attempts, its calls, what is damaged.")
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(
      paramLabel = "RUN",
      description = "As `runs` shows it, such as nightly-report/3f9a2c1b/7.")
  private String run = "";

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (RunStore opened = store.open(session)) {
      RunHistory history = find(new Catalog(opened));
      Liveness owner = opened.liveness(history);
      if (json) {
        Json.print(session.screen().out(), HistoryJson.of(history, owner));
      } else {
        new RunPage(session, history, owner).print();
      }
      boolean intact = history.damages().isEmpty() && history.status() != Status.UNREADABLE;
      return intact ? ExitStatus.DONE : ExitStatus.DAMAGED;
    }
  }

  private RunHistory find(Catalog catalog) {
    try {
      return catalog.show(run);
    } catch (ConfigurationException e) {
      throw new NoRunException(String.valueOf(e.getMessage()), e);
    }
  }
}
