package dev.cairn.cli.command;

import dev.cairn.cli.session.ExitStatus;
import java.util.function.Supplier;

/**
 * What a command has to say, in two forms of which one is asked for.
 *
 * @param json for programs, as {@link dev.cairn.cli.text.Json} writes it
 * @param page prints it for people
 * @param status how the command ends
 */
public record Answer(Supplier<Object> json, Runnable page, int status) {

  /** The answer of a command that did what it was asked. */
  public static Answer done(Supplier<Object> json, Runnable page) {
    return new Answer(json, page, ExitStatus.DONE);
  }

  /** The answer of a command that looked at something which may be damaged. */
  public static Answer of(boolean intact, Supplier<Object> json, Runnable page) {
    return new Answer(json, page, intact ? ExitStatus.DONE : ExitStatus.DAMAGED);
  }
}
