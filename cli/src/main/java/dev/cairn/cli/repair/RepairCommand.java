package dev.cairn.cli.repair;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.Verification;
import dev.cairn.core.catalog.Verification.Finding;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.repair.Repaired;
import dev.cairn.core.repair.StoreRepair;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what is sound in a damaged store into a new one. */
@Command(
    name = "repair",
    customSynopsis = "java -jar cairn.jar repair --to DIR [--store DIR] [--json]",
    description = {
      "Writes what is sound in a damaged store into a new one, and says what was lost.",
      "The damaged store is only read."
    })
public final class RepairCommand extends AnsweringCommand {
  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The directory of the new store: new, or empty.")
  private Path to = Path.of("");

  /** The command in a session. */
  public RepairCommand(Session session) {
    super(session);
  }

  /** What became of it, as JSON. */
  record Outcome(String to, int runs, int checkpoints, int objects, long bytes, List<Lost> lost) {}

  /** One thing that was left out. */
  record Lost(String run, long entry, String subject, String message) {
    static Lost of(Finding finding) {
      return new Lost(
          finding.run().toString(), finding.entry(), finding.subject(), finding.message());
    }
  }

  @Override
  public Integer call() {
    Path target = session().input().workingDirectory().resolve(to);
    Repaired repaired = repaired(target);
    Verification now = verified(target);
    Outcome outcome =
        new Outcome(
            target.toString(),
            repaired.runs(),
            now.checkpoints(),
            repaired.objects(),
            repaired.bytes(),
            repaired.lost().stream().map(Lost::of).toList());
    return tell(Answer.of(repaired.lost().isEmpty(), () -> outcome, () -> print(outcome)));
  }

  private Repaired repaired(Path target) {
    Path root = store.root(session());
    try (RunStore damaged = StoreOption.open(session(), root);
        Storage from = DirectoryStorage.openReadOnly(root);
        Storage into = DirectoryStorage.open(target)) {
      return new StoreRepair(damaged, from, session().progress()).to(into);
    }
  }

  private Verification verified(Path target) {
    try (RunStore written = StoreOption.open(session(), target)) {
      return new Catalog(written).verify(run -> true, true, session().progress());
    }
  }

  private void print(Outcome outcome) {
    outcome.lost().forEach(one -> say("lost: " + one.run() + ": " + one.message()));
    say(
        "Wrote "
            + Amounts.count(outcome.runs(), "run")
            + " with "
            + Amounts.count(outcome.checkpoints(), "checkpoint")
            + ", "
            + Amounts.size(outcome.bytes())
            + ", to "
            + outcome.to()
            + ". Lost: "
            + (outcome.lost().isEmpty() ? "nothing" : outcome.lost().size())
            + ".");
  }
}
