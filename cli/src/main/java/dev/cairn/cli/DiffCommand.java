package dev.cairn.cli;

import static dev.cairn.cli.RunArgument.found;

import dev.cairn.cli.diff.DiffJson;
import dev.cairn.cli.diff.DiffPage;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Json;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.codec.tree.Differences;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows in what the states of two checkpoints differ. Prints values of the application. */
@Command(
    name = "diff",
    customSynopsis = "java -jar cairn.jar diff A B [--store DIR] [--at-most N] [--json]",
    description = "Shows, path by path, in what the states of two checkpoints differ.")
final class DiffCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final StoreOption store = new StoreOption();

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

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (atMost < 1) {
      throw new ConfigurationException(
          "--at-most", "Cannot show " + atMost + " differences: expected a number above zero");
    }
    try (RunStore opened = store.open(session)) {
      Catalog catalog = new Catalog(opened);
      Checkpoint one = found(() -> catalog.checkpoint(before));
      String name = after.startsWith("#") ? one.run() + after : after;
      Checkpoint other = found(() -> catalog.checkpoint(name));
      CheckpointDiff diff = new CheckpointDiff(opened, CairnRuntime.codec());
      Differences differences = diff.between(one, other, atMost);
      print(one, other, differences);
      return differences.isEmpty() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
    }
  }

  private void print(Checkpoint one, Checkpoint other, Differences differences) {
    if (json) {
      Json.print(session.screen().out(), DiffJson.of(one, other, differences));
    } else {
      new DiffPage(session.screen()).print(differences);
    }
  }
}
