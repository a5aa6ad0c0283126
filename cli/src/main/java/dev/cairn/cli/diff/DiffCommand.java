package dev.cairn.cli.diff;

import static dev.cairn.cli.command.RunArgument.found;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.codec.tree.Differences;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows in what the states of two checkpoints differ. Prints values of the application. */
@Command(
    name = "diff",
    customSynopsis = "java -jar cairn.jar diff A B [--store DIR] [--at-most N] [--json]",
    description = "Shows, path by path, in what the states of two checkpoints differ.")
public final class DiffCommand extends StoreCommand {

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "RUN#ENTRY, as `show` lists it, or RUN/STAGE, or RUN/STAGE#NUMBER.")
  private String before = "";

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "Another one; of the same run #ENTRY is enough.")
  private String after = "";

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "Shows so many differences; all are counted. Default: 100.")
  private int atMost = 100;

  /** The command in a session. */
  public DiffCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened) {
    if (atMost < 1) {
      throw new ConfigurationException(
          "--at-most", "Cannot show " + atMost + " differences: expected a number above zero");
    }
    Catalog catalog = new Catalog(opened);
    Checkpoint one = found(() -> catalog.checkpoint(before));
    String name = after.startsWith("#") ? one.run() + after : after;
    Checkpoint other = found(() -> catalog.checkpoint(name));
    Differences differences =
        new CheckpointDiff(opened, CairnRuntime.codec()).between(one, other, atMost);
    return new Answer(
        () -> DiffJson.of(one, other, differences),
        () -> new DiffPage(session().screen()).print(differences),
        differences.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENT);
  }
}
