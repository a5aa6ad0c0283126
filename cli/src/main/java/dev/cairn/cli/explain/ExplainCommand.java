package dev.cairn.cli.explain;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.RunCommand;
import dev.cairn.cli.session.Session;
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
public final class ExplainCommand extends RunCommand {

  /** The command in a session. */
  public ExplainCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened, RunHistory history) {
    RunExplanation explanation = new RunExplanation(history);
    CheckpointDiff diff = new CheckpointDiff(opened, CairnRuntime.codec());
    return Answer.of(
        history.damages().isEmpty(),
        () -> ExplanationJson.of(explanation, history, diff),
        () -> new ExplanationPage(session().screen(), explanation, history).print(diff));
  }
}
