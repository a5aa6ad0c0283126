package dev.cairn.cli.plan;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.rehearse.PlannedStart;
import dev.cairn.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what the next start of a command would restore and what it would run. */
@Command(
    name = "plan",
    customSynopsis = "java -jar cairn.jar plan [--json] -- COMMAND",
    description = {
      "Says what the next start of a command restores, what it runs, and why.",
      "Starts COMMAND on its own store, which is only read, restores what is recorded, and ends the"
          + " start before the first body of a stage that is to run. What COMMAND does outside"
          + " stages until then it does."
    })
public final class PlanCommand extends AnsweringCommand {

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "What to start, behind two dashes.")
  private List<String> command = List.of();

  /** The command in a session. */
  public PlanCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    PlannedStart start = PlannedStart.of(command, session().input().workingDirectory());
    StartPlan plan = StartPlan.of(start.seen(), store -> StoreOption.open(session(), store));
    return tell(
        Answer.done(() -> PlanJson.of(plan), () -> new PlanPage(session().screen(), plan).print()));
  }
}
