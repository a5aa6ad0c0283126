package dev.cairn.cli;

import dev.cairn.cli.explain.ExplanationJson;
import dev.cairn.cli.explain.ExplanationPage;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Screen;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.explain.RunExplanation;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Command;

/** Says in words why calls of a run ran, and what the next start makes of their records. */
@Command(
    name = "explain",
    customSynopsis = "java -jar cairn.jar explain RUN [--store DIR] [--json]",
    description = "Says why each call of a run ran or was restored, and what the next start does.")
final class ExplainCommand extends AboutRun {
  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  int tell(RunStore opened, RunHistory history) {
    RunExplanation explanation = new RunExplanation(history);
    CheckpointDiff diff = new CheckpointDiff(opened, CairnRuntime.codec());
    Screen screen = session().screen();
    if (json()) {
      Json.print(screen.out(), ExplanationJson.of(explanation, history, diff));
    } else {
      new ExplanationPage(screen, explanation, history).print(diff);
    }
    return history.damages().isEmpty() ? ExitStatus.DONE : ExitStatus.DAMAGED;
  }
}
