package dev.cairn.cli;

import dev.cairn.cli.amend.AmendCommands;
import dev.cairn.cli.diff.DiffCommand;
import dev.cairn.cli.explain.ExplainCommand;
import dev.cairn.cli.key.KeyCommands;
import dev.cairn.cli.key.KeygenCommand;
import dev.cairn.cli.plan.PlanCommand;
import dev.cairn.cli.probe.ProbeCommand;
import dev.cairn.cli.query.CheckpointsCommand;
import dev.cairn.cli.query.PruneCommand;
import dev.cairn.cli.query.StatsCommand;
import dev.cairn.cli.query.VerifyCommand;
import dev.cairn.cli.rehearse.RehearseCommand;
import dev.cairn.cli.repair.RepairCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.settings.CompletionCommand;
import dev.cairn.cli.settings.SettingsCommand;
import dev.cairn.cli.show.RunsCommand;
import dev.cairn.cli.show.ShowCommand;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.transfer.ExportCommand;
import dev.cairn.cli.transfer.ImportCommand;
import dev.cairn.core.config.SettingsInput;
import dev.cairn.core.log.owner.Host;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line behind {@code java -jar cairn.jar}. Which commands only read a store, which add
 * to it and which delete, and their exit statuses, is promised in {@code docs/cli.md}.
 */
@Command(
    name = "cairn",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "java -jar cairn.jar [COMMAND] [OPTIONS]",
    description = {
      "Looks at the checkpoints that Cairn keeps, and at its settings: that only reads.",
      "Notes in a run's log what you say about it: that deletes nothing.",
      "Deletes what you name, or what rules give up; writes what is sound elsewhere.",
      "Plans a start of a program, and rehearses crashes of it in a store of its own."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:something is damaged, states differ, a crash would change something, no store can live"
          + " there, or the command failed",
      "2:the command, an option or a setting is wrong",
      "3:there is no store, or it cannot be read",
      "4:there is no such run or checkpoint, or several",
      "5:the rehearsed or planned command fails by itself, or the rehearsed one saves no call",
      "6:a live process owns the run that was to be changed"
    })
public final class CairnCommand implements Runnable {
  private static final int NARROWEST_HELP = 55;
  private static final int WIDEST_HELP = 100;

  @Spec private CommandSpec spec;

  private CairnCommand() {}

  /** Runs one command in this JVM's terminal and ends the JVM with its exit status. */
  public static void main(String[] args) {
    System.exit(execute(ofThisJvm(Terminal.screen()), args));
  }

  /**
   * Runs one command and returns its exit status.
   *
   * @param out gets what was asked for; flushed
   * @param err gets what is wrong; flushed
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return execute(ofThisJvm(Screen.plain(out, err)), args);
  }

  static int execute(Session session, String... args) {
    int status = commandLine(session).execute(args);
    session.screen().flush();
    return status;
  }

  static CommandLine commandLine(Session session) {
    Screen screen = session.screen();
    Ansi ansi = screen.colours() ? Ansi.ON : Ansi.OFF;
    CommandLine commands = withCommands(session);
    LeadingOptions.accept(commands);
    return commands
        .setOut(screen.out())
        .setErr(screen.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(screen.width(), WIDEST_HELP)))
        .setExecutionExceptionHandler(new Failures(session));
  }

  private static CommandLine withCommands(Session session) {
    return new CommandLine(new CairnCommand())
        .addSubcommand(new RunsCommand(session))
        .addSubcommand(new ShowCommand(session))
        .addSubcommand(new CheckpointsCommand(session))
        .addSubcommand(new StatsCommand(session))
        .addSubcommand(new VerifyCommand(session))
        .addSubcommand(new ExplainCommand(session))
        .addSubcommand(new DiffCommand(session))
        .addSubcommand(new AmendCommands.AcceptChange(session))
        .addSubcommand(new AmendCommands.Invalidate(session))
        .addSubcommand(new AmendCommands.ForkRun(session))
        .addSubcommand(new AmendCommands.Forget(session))
        .addSubcommand(new AmendCommands.Delete(session))
        .addSubcommand(new PruneCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new RepairCommand(session))
        .addSubcommand(new ProbeCommand(session))
        .addSubcommand(new KeygenCommand(session))
        .addSubcommand(KeyCommands.commandLine(session))
        .addSubcommand(new SettingsCommand(session))
        .addSubcommand(new CompletionCommand(session))
        .addSubcommand(new PlanCommand(session))
        .addSubcommand(new RehearseCommand(session));
  }

  private static Session ofThisJvm(Screen screen) {
    return new Session(
        SettingsInput.ofThisJvm(""),
        Host.local(),
        Clock.system(ZoneId.systemDefault()),
        screen,
        Terminal.progress());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
