package dev.cairn.cli;

import dev.cairn.cli.command.NoRunException;
import dev.cairn.cli.rehearse.CannotRehearseException;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong and turns it into an exit status. */
final class Failures implements IExecutionExceptionHandler {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof ConfigurationException) {
      return say(failure, ExitStatus.USAGE);
    }
    if (failure instanceof NoRunException) {
      return say(failure, ExitStatus.NO_RUN);
    }
    if (failure instanceof CannotRehearseException) {
      return say(failure, ExitStatus.NOT_REHEARSED);
    }
    if (failure instanceof RunInProgressException) {
      return say(failure, ExitStatus.OWNED);
    }
    if (failure instanceof StoreException) {
      int status = say(failure, ExitStatus.NO_STORE);
      session.screen().err().println("--store DIR, or the setting cairn.store, names the store.");
      return status;
    }
    if (failure instanceof DamagedException
        || failure instanceof CodecException
        || failure instanceof UnsupportedFormatException) {
      return say(failure, ExitStatus.NO_STORE);
    }
    session.screen().err().println("The command failed; this is an error of Cairn itself:");
    failure.printStackTrace(session.screen().err());
    return ExitStatus.DAMAGED;
  }

  private int say(Exception failure, int status) {
    Screen screen = session.screen();
    String message = String.valueOf(failure.getMessage());
    message.lines().map(Letters::printable).forEach(screen.err()::println);
    return status;
  }
}
