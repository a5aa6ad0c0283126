package dev.cairn.cli.command;

import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Mixin;

/** A command about one run of a store. */
public abstract class RunCommand extends StoreCommand {
  @Mixin private final RunArgument run = new RunArgument();

  /** A command in a session. */
  protected RunCommand(Session session) {
    super(session);
  }

  @Override
  protected final Answer answer(RunStore opened) {
    return answer(opened, run.find(new Catalog(opened)));
  }

  /** Does what it is asked. */
  protected abstract Answer answer(RunStore opened, RunHistory history);
}
