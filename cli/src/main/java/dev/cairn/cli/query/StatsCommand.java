package dev.cairn.cli.query;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.Statistics;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows figures of a store, for each pipeline and stage. */
@Command(
    name = "stats",
    customSynopsis = "java -jar cairn.jar stats [CONDITIONS] [--store DIR] [--json]",
    description = "Shows how many checkpoints there are and what they take, by pipeline and stage.")
public final class StatsCommand extends StoreCommand {
  @Mixin private final QueryOptions options = new QueryOptions();

  /** The command in a session. */
  public StatsCommand(Session session) {
    super(session);
  }

  @Override
  protected Answer answer(RunStore opened) {
    Catalog catalog = new Catalog(opened);
    Statistics statistics = catalog.statistics(options.query(session(), catalog));
    return Answer.of(
        statistics.damages() == 0,
        () -> StatisticsJson.of(statistics),
        () -> new StatisticsPage(session()).print(statistics));
  }
}
