package dev.cairn.cli.settings;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.session.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands. */
@Command(
    name = "completion",
    customSynopsis = "java -jar cairn.jar completion [--json]",
    description = {
      "Prints a script by which bash and zsh complete commands and options.",
      "For a command `cairn` that starts this jar: source <(java -jar cairn.jar completion)"
    })
public final class CompletionCommand extends AnsweringCommand {
  @Spec private CommandSpec spec;

  /** The command in a session. */
  public CompletionCommand(Session session) {
    super(session);
  }

  /** The script, as JSON. */
  record Completion(String script) {}

  @Override
  public Integer call() {
    String script = AutoComplete.bash("cairn", spec.root().commandLine());
    return tell(
        Answer.done(() -> new Completion(script), () -> session().screen().out().println(script)));
  }
}
