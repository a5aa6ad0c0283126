package dev.cairn.cli.query;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointOrder;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the checkpoints of all runs that are wanted. */
@Command(
    name = "checkpoints",
    customSynopsis = "java -jar cairn.jar checkpoints [CONDITIONS] [--sort ORDER] [--json]",
    description = "Lists the checkpoints that meet all conditions, the newest first.")
public final class CheckpointsCommand extends StoreCommand {
  @Mixin private final QueryOptions options = new QueryOptions();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "time, size, raw, took, stage, run or metadata.NAME. Default: time.")
  private String sort = "time";

  @Option(names = "--reverse", description = "The other way round.")
  private boolean reverse;

  @Option(names = "--skip", paramLabel = "N", description = "Leaves out the first so many.")
  private int skip;

  @Option(names = "--at-most", paramLabel = "N", description = "Shows so many. Default: 100.")
  private int atMost = 100;

  /** The command in a session. */
  public CheckpointsCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened) {
    Catalog catalog = new Catalog(opened);
    CheckpointPage page =
        catalog.checkpoints(options.query(session(), catalog).sorted(order()).page(skip, atMost));
    return Answer.of(
        page.damages() == 0,
        () -> CheckpointsJson.of(page),
        () -> new CheckpointsPage(session()).print(page));
  }

  private CheckpointOrder order() {
    CheckpointOrder order = CheckpointOrder.named(sort);
    return reverse ? order.reversed() : order;
  }
}
