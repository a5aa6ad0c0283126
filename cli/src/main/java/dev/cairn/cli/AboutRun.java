package dev.cairn.cli;

import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command does that tells of one run: open the store for reading, find the run. */
abstract class AboutRun implements Callable<Integer> {
  private final Session session;

  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final RunArgument run = new RunArgument();

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  AboutRun(Session session) {
    this.session = session;
  }

  @Override
  public final Integer call() {
    try (RunStore opened = store.open(session)) {
      return tell(opened, run.find(new Catalog(opened)));
    }
  }

  /** Tells of the run, and returns the exit status. */
  abstract int tell(RunStore opened, RunHistory history);

  Session session() {
    return session;
  }

  boolean json() {
    return json;
  }
}
