package dev.cairn.cli;

import dev.cairn.cli.query.CheckpointsJson;
import dev.cairn.cli.query.CheckpointsPage;
import dev.cairn.cli.query.StatisticsJson;
import dev.cairn.cli.query.StatisticsPage;
import dev.cairn.cli.query.VerificationJson;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Letters;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointOrder;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.catalog.Statistics;
import dev.cairn.core.catalog.Verification;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that look for checkpoints, figures and damage in a whole store. */
final class QueryCommands {
  private QueryCommands() {}

  /** Lists the checkpoints of all runs that are wanted. */
  @Command(
      name = "checkpoints",
      customSynopsis = "java -jar cairn.jar checkpoints [CONDITIONS] [--sort ORDER] [--json]",
      description = "Lists the checkpoints that meet all conditions, the newest first.")
  static final class Checkpoints implements Callable<Integer> {
    private final Session session;

    @Mixin private final StoreOption store = new StoreOption();
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

    @Option(names = "--json", description = "Writes JSON, for programs.")
    private boolean json;

    Checkpoints(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      try (RunStore opened = store.open(session)) {
        Catalog catalog = new Catalog(opened);
        CheckpointPage page =
            catalog.checkpoints(options.query(session, catalog).sorted(order()).page(skip, atMost));
        if (json) {
          Json.print(session.screen().out(), CheckpointsJson.of(page));
        } else {
          new CheckpointsPage(session).print(page);
        }
        return page.damages() == 0 ? ExitStatus.DONE : ExitStatus.DAMAGED;
      }
    }

    private CheckpointOrder order() {
      CheckpointOrder order = CheckpointOrder.named(sort);
      return reverse ? order.reversed() : order;
    }
  }

  /** Shows figures of a store, for each pipeline and stage. */
  @Command(
      name = "stats",
      customSynopsis = "java -jar cairn.jar stats [CONDITIONS] [--store DIR] [--json]",
      description =
          "Shows how many checkpoints there are and what they take, by pipeline and stage.")
  static final class Stats implements Callable<Integer> {
    private final Session session;

    @Mixin private final StoreOption store = new StoreOption();
    @Mixin private final QueryOptions options = new QueryOptions();

    @Option(names = "--json", description = "Writes JSON, for programs.")
    private boolean json;

    Stats(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      try (RunStore opened = store.open(session)) {
        Catalog catalog = new Catalog(opened);
        Statistics statistics = catalog.statistics(options.query(session, catalog));
        if (json) {
          Json.print(session.screen().out(), StatisticsJson.of(statistics));
        } else {
          new StatisticsPage(session).print(statistics);
        }
        return statistics.damages() == 0 ? ExitStatus.DONE : ExitStatus.DAMAGED;
      }
    }
  }

  /** Looks for damage. */
  @Command(
      name = "verify",
      customSynopsis = "java -jar cairn.jar verify [RUN] [--deep] [--store DIR] [--json]",
      description = "Looks for damage, in one run or in all, and changes nothing.")
  static final class Verify implements Callable<Integer> {
    private final Session session;

    @Mixin private final StoreOption store = new StoreOption();

    @Parameters(
        arity = "0..1",
        paramLabel = "RUN",
        description = "As `runs` shows it. Default: all runs.")
    private @Nullable String run;

    @Option(
        names = "--deep",
        description = "Reads every snapshot to its last byte; else only the logs are read.")
    private boolean deep;

    @Option(names = "--json", description = "Writes JSON, for programs.")
    private boolean json;

    Verify(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      try (RunStore opened = store.open(session)) {
        Catalog catalog = new Catalog(opened);
        Verification verification = catalog.verify(wanted(catalog), deep);
        if (json) {
          Json.print(session.screen().out(), VerificationJson.of(verification));
        } else {
          print(verification);
        }
        return verification.findings().isEmpty() ? ExitStatus.DONE : ExitStatus.DAMAGED;
      }
    }

    private Predicate<RunId> wanted(Catalog catalog) {
      String name = run;
      if (name == null) {
        return any -> true;
      }
      return RunArgument.found(() -> catalog.show(name)).run()::equals;
    }

    private void print(Verification verification) {
      PrintWriter out = session.screen().out();
      verification
          .findings()
          .forEach(one -> out.println(Letters.printable(one.run() + ": " + one.message())));
      out.println(
          "Runs: "
              + verification.runs()
              + ". Checkpoints: "
              + verification.checkpoints()
              + ". "
              + (deep
                  ? "Read: " + Amounts.size(verification.readBytes())
                  : "Snapshots were not read")
              + ". Damaged: "
              + (verification.findings().isEmpty() ? "nothing" : verification.findings().size())
              + ".");
    }
  }
}
