package dev.cairn.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Options that belong to the command and may as well stand before it: {@code --store DIR runs}.
 * What stands behind the command counts more.
 */
final class LeadingOptions implements IExecutionStrategy {

  /** Lets them stand before each command that has them. */
  static void accept(CommandLine commands) {
    commands
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--store")
                .paramLabel("DIR")
                .type(Path.class)
                .description("The store's directory; here, or behind the command.")
                .build())
        .addOption(
            OptionSpec.builder("--json")
                .type(boolean.class)
                .description("Writes JSON, for programs; here, or behind the command.")
                .build());
    commands.setExecutionStrategy(new LeadingOptions());
  }

  @Override
  public int execute(ParseResult parsed) {
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
    }
    if (command != parsed) {
      for (OptionSpec given : parsed.matchedOptions()) {
        hand(given, command);
      }
    }
    return new RunLast().execute(parsed);
  }

  private static void hand(OptionSpec given, ParseResult command) {
    if (given.usageHelp() || given.versionHelp()) {
      return;
    }
    OptionSpec known = command.commandSpec().findOption(given.longestName());
    if (known == null) {
      throw new ParameterException(
          command.commandSpec().commandLine(),
          "Unknown option: '"
              + given.longestName()
              + "': "
              + command.commandSpec().name()
              + " has none of that name");
    }
    if (!command.hasMatchedOption(known)) {
      known.setValue(given.getValue());
    }
  }
}
