package dev.cairn.cli.rehearse;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Screen;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rehearses crashes of a command. */
@Command(
    name = "rehearse",
    customSynopsis = "java -jar cairn.jar rehearse [--at-most N] [--json] -- COMMAND",
    description = {
      "Rehearses crashes of a command: what would not come back equal?",
      "Starts COMMAND without interruption, then again with a crash after every call, resumes it"
          + " each time, and tells what did not come back equal.",
      "COMMAND is a java command line, or a script that ends in one; it is started many times, and"
          + " its effects outside the JVM happen each time. Your own store is not touched."
    })
public final class RehearseCommand extends AnsweringCommand {
  private static final String DEFAULT_CRASHES = "50";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "What to start, behind two dashes.")
  private List<String> command = List.of();

  @Option(
      names = "--at-most",
      paramLabel = "N",
      defaultValue = DEFAULT_CRASHES,
      description = "How many crashes, spread evenly over the calls. Default: ${DEFAULT-VALUE}.")
  private int atMost;

  /** The command in a session. */
  public RehearseCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (atMost < 1) {
      throw new ParameterException(
          spec.commandLine(), "--at-most " + atMost + ": expected a number above zero");
    }
    Screen screen = session().screen();
    Rehearsed rehearsed =
        new CrashRehearsal(command, session().input().workingDirectory(), atMost).run(screen);
    return tell(
        new Answer(
            () -> RehearsalJson.of(rehearsed),
            () -> new RehearsalPage(screen, rehearsed).print(),
            rehearsed.report().isEqual() ? ExitStatus.DONE : ExitStatus.NOT_EQUAL));
  }
}
