package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CairnCommandTest {
  private static final String HELP =
      """
      Usage: java -jar cairn.jar [COMMAND] [OPTIONS]
      Looks at the checkpoints that Cairn keeps, and at its settings: that only reads.
      Notes in a run's log what you say about it: that deletes nothing.
      Deletes what you name, or what rules give up; writes what is sound elsewhere.
      Plans a start of a program, and rehearses crashes of it in a store of its own.

      Options:
        -h, --help        Show this help message and exit.
            --json        Writes JSON, for programs; here, or behind the command.
            --store=DIR   The store's directory; here, or behind the command.
        -V, --version     Print version information and exit.

      Commands:
        runs           Lists the runs of a store, the last active first.
        show           Shows one run: its attempts, its calls, what is damaged.
        checkpoints    Lists the checkpoints that meet all conditions, the newest first.
        stats          Shows how many checkpoints there are and what they take, by pipeline and stage.
        verify         Looks for damage, in one run or in all, and changes nothing.
        explain        Says why each call of a run ran or was restored, and what the next start does.
        diff           Shows, path by path, in what the states of two checkpoints differ.
        accept-change  Lets the recorded calls of a stage count though its code changed.
        invalidate     Declares void what a run recorded of a stage, and after it.
        fork           Makes a new run with what another one recorded before a stage.
        forget         Gives up checkpoints of an unfinished run, for ever.
        delete         Deletes a run with all its checkpoints, for ever.
        prune          Deletes finished runs, for ever. Never an unfinished one, nor the newest of a key.
        export         Writes one checkpoint into a new file that needs no store.
        import         Saves an exported checkpoint in a store.
        repair         Writes what is sound in a damaged store into a new one, and says what was lost.
        probe          Tries out whether a store can live in a directory, and what it can promise there.
        keygen         Makes a key that encrypts a store.
        key            Lists, adds and rotates the keys of an encrypted store.
        settings       Lists all settings: value, origin, meaning.
        completion     Prints a script by which bash and zsh complete commands and options.
        plan           Says what the next start of a command restores, what it runs, and why.
        rehearse       Rehearses crashes of a command: what would not come back equal?

      Exit status:
        0   done
        1   something is damaged, states differ, a crash would change something, no store can live there,
              or the command failed
        2   the command, an option or a setting is wrong
        3   there is no store, or it cannot be read
        4   there is no such run or checkpoint, or several
        5   the rehearsed or planned command fails by itself, or the rehearsed one saves no call
        6   a live process owns the run that was to be changed
      """;

  @Test
  void helpShowsTheCommandsAndTheExitStatuses() {
    Outcome outcome = new Command().run("--help");

    assertThat(outcome).isEqualTo(new Outcome(0, HELP, ""));
  }

  @Test
  void itRunsInsideAnotherProgram() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int status = CairnCommand.run(new PrintWriter(out), new PrintWriter(err), "runs", "--help");

    assertThat(status).isZero();
    assertThat(out.toString())
        .startsWith("Usage: java -jar cairn.jar runs")
        .contains("--store=DIR");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : new String[] {"runs", "show", "diff", "settings", "rehearse"}) {
      Outcome outcome = new Command().run(command, "--help");

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out())
          .startsWith("Usage: java -jar cairn.jar " + command)
          .contains("--json")
          .contains("Exit status:");
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(new Command().run("--version").out())
        .matches("cairn \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java .*\\)\n");
  }

  @Test
  void aCommandIsNeeded() {
    Outcome outcome = new Command().run();

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Missing command\nUsage: java -jar cairn.jar [COMMAND]");
  }

  @Test
  void aWrongCommandIsAnsweredWithTheNearest() {
    assertThat(new Command().run("rusn"))
        .returns(ExitStatus.USAGE, Outcome::status)
        .returns(
            "Unmatched argument at index 0: 'rusn'\nDid you mean: cairn runs or cairn prune?\n",
            Outcome::err);
    assertThat(new Command().run("runs", "--stroe", "x"))
        .returns(ExitStatus.USAGE, Outcome::status)
        .returns("", Outcome::out);
  }

  @Test
  void theStoreAndJsonMayBeNamedBeforeTheCommand(@TempDir Path home) {
    new StoreOnDisk(home.resolve("ck")).close();
    Command inHome = new Command().in(home);

    Outcome before = inHome.run("--store", "ck", "--json", "runs");

    assertThat(before).isEqualTo(inHome.run("runs", "--json", "--store", "ck"));
    assertThat(before).returns(0, Outcome::status).returns("", Outcome::err);
    assertThat(inHome.run("--store=nowhere", "runs")).returns(ExitStatus.NO_STORE, Outcome::status);
    assertThat(inHome.run("--store", "nowhere", "runs", "--store", "ck").status()).isZero();
    assertThat(inHome.run("--store", "ck", "key", "list").err()).contains("it has none");
  }

  @Test
  void anOptionBeforeACommandThatHasItNotIsRefused() {
    assertThat(new Command().run("--store", "ck", "keygen"))
        .returns(ExitStatus.USAGE, Outcome::status)
        .returns("", Outcome::out)
        .extracting(Outcome::err)
        .asString()
        .startsWith("Unknown option: '--store': keygen has none of that name");
    assertThat(new Command().run("--store", "ck").err()).startsWith("Missing command");
    assertThat(new Command().run("--store", "ck", "runs", "--help").out())
        .startsWith("Usage: java -jar cairn.jar runs");
  }

  @Test
  void rehearseNeedsACommandAndACrash() {
    Outcome none = new Command().run("rehearse");
    Outcome never = new Command().run("rehearse", "--at-most", "0", "--", "java", "-version");

    assertThat(none.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(none.err()).startsWith("Missing required parameter: 'COMMAND'");
    assertThat(never.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(never.err()).startsWith("--at-most 0: expected a number above zero");
  }

  @Test
  void showNeedsARun() {
    Outcome outcome = new Command().run("show");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).startsWith("Missing required parameter: 'RUN'");
  }
}
