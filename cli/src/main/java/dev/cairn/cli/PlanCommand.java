package dev.cairn.cli;

import dev.cairn.cli.plan.PlanJson;
import dev.cairn.cli.plan.PlanPage;
import dev.cairn.cli.plan.StartPlan;
import dev.cairn.cli.rehearse.PlannedStart;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
final class PlanCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "What to start, behind two dashes.")
  private List<String> command = List.of();

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PlannedStart start = PlannedStart.of(command, session.input().workingDirectory());
    StartPlan plan = StartPlan.of(start.seen(), store -> StoreOption.open(session, store));
    if (json) {
      Json.print(session.screen().out(), PlanJson.of(plan));
    } else {
      new PlanPage(session.screen(), plan).print();
    }
    return ExitStatus.DONE;
  }
}
