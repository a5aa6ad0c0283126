package dev.cairn.cli.command;

import dev.cairn.cli.session.Session;
import dev.cairn.core.log.RunStore;
import picocli.CommandLine.Mixin;

/** A command about one store, which is open while it answers. */
public abstract class StoreCommand extends AnsweringCommand {
  @Mixin private final StoreOption store = new StoreOption();

  /** A command in a session. */
  protected StoreCommand(Session session) {
    super(session);
  }

  @Override
  public final Integer call() {
    try (RunStore opened = opened(store)) {
      return tell(answer(opened));
    }
  }

  /** Opens the store; unless a command says otherwise, for reading. */
  protected RunStore opened(StoreOption named) {
    return named.open(session());
  }

  /** Does what it is asked. */
  protected abstract Answer answer(RunStore opened);
}
