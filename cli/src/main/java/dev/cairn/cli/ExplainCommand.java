package dev.cairn.cli;

import dev.cairn.cli.Failures.NoRunException;
import dev.cairn.cli.explain.ExplanationJson;
import dev.cairn.cli.explain.ExplanationPage;
import dev.cairn.cli.text.Json;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.explain.RunExplanation;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in words why calls of a run ran, and what the next start makes of their records. */
@Command(
    name = "explain",
    customSynopsis = "java -jar cairn.jar explain RUN [--store DIR] [--json]",
    description = "Says why each call of a run ran or was restored, and what the next start does.")
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(
      paramLabel = "RUN",
      description = "As `runs` shows it, such as nightly-report/3f9a2c1b/7.")
  private String run = "";

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (RunStore opened = store.open(session)) {
      RunHistory history = find(new Catalog(opened));
      RunExplanation explanation = new RunExplanation(history);
      CheckpointDiff diff = new CheckpointDiff(opened, CairnRuntime.codec());
      if (json) {
        Json.print(session.screen().out(), ExplanationJson.of(explanation, history, diff));
      } else {
        new ExplanationPage(session.screen(), explanation, history).print(diff);
      }
      return history.damages().isEmpty() ? ExitStatus.DONE : ExitStatus.DAMAGED;
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
