package dev.cairn.cli.query;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.RunArgument;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.Verification;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for damage. */
@Command(
    name = "verify",
    customSynopsis = "java -jar cairn.jar verify [RUN] [--deep] [--store DIR] [--json]",
    description = "Looks for damage, in one run or in all, and changes nothing.")
public final class VerifyCommand extends StoreCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "As `runs` shows it. Default: all runs.")
  private @Nullable String run;

  @Option(
      names = "--deep",
      description = "Reads every snapshot to its last byte; else only the logs are read.")
  private boolean deep;

  /** The command in a session. */
  public VerifyCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened) {
    Catalog catalog = new Catalog(opened);
    Verification verification = catalog.verify(wanted(catalog), deep, session().progress());
    return Answer.of(
        verification.findings().isEmpty(),
        () -> VerificationJson.of(verification),
        () -> print(verification));
  }

  private Predicate<RunId> wanted(Catalog catalog) {
    String name = run;
    if (name == null) {
      return any -> true;
    }
    return RunArgument.found(() -> catalog.show(name)).run()::equals;
  }

  private void print(Verification verification) {
    verification.findings().forEach(one -> say(one.run() + ": " + one.message()));
    say(
        "Runs: "
            + verification.runs()
            + ". Checkpoints: "
            + verification.checkpoints()
            + ". "
            + (deep ? "Read: " + Amounts.size(verification.readBytes()) : "Snapshots were not read")
            + ". Damaged: "
            + (verification.findings().isEmpty() ? "nothing" : verification.findings().size())
            + ".");
  }
}
