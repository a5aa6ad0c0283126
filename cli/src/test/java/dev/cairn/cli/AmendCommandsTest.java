package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendCommandsTest {
  private static final Machine BUILD7 = new Machine("build7", 1, true);
  @TempDir Path directory;
  private String run = "";

  @BeforeEach
  void aRunThatWasBrokenOff() {
    try (StoreOnDisk store = new StoreOnDisk(directory.resolve(".cairn"))) {
      RunLog log = store.begin(NIGHTLY, 1);
      store.call(log, stage("load"), Duration.ofSeconds(1), 10);
      store.call(log, stage("parse"), Duration.ofSeconds(1), 100_000);
      store.call(log, stage("report"), Duration.ofSeconds(1), 10);
      run = log.run().toString();
      log.close();
    }
  }

  private Outcome cairn(String... args) {
    return cairn(BUILD7, args);
  }

  private Outcome cairn(Machine machine, String... args) {
    return new Command().in(directory).on(machine).run(args);
  }

  @Test
  void invalidatesWithAnEntryAndDeletesNothing() {
    Outcome outcome = cairn("invalidate", run, "parse");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("runs parse").contains("nothing was deleted");
    assertThat(cairn("show", run).out()).contains("load").contains("parse").contains("report");
  }

  @Test
  void explainsWhatTheNextStartDoes() {
    cairn("invalidate", run, "parse");

    Outcome outcome = cairn("explain", run);

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out())
        .contains("in attempt 1: first attempt")
        .contains("restored, if inputs and code are as recorded")
        .contains("runs: declared void by invalidate")
        .contains("invalidate parse")
        .contains("never finished");
    assertThat(cairn("explain", run, "--json").out()).contains("\"next\"", "\"invalidate\"");
  }

  @Test
  void acceptsTheCodeThatTheNextStartFinds() {
    Outcome outcome = cairn("accept-change", run, "parse");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("count with the code that its next start finds");
  }

  @Test
  void forksWithWhatCameBefore() {
    Outcome outcome = cairn("fork", run, "--from", "report");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("2 of the 3 checkpoints");
    Outcome forked = cairn("show", run.substring(0, run.length() - 1) + "2");
    assertThat(forked.out()).contains("load", "parse", "unfinished").doesNotContain("report  ");
  }

  @Test
  void namesTheStagesWhereThereIsNoSuchOne() {
    Outcome outcome = cairn("invalidate", run, "prase");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).contains("found load, parse, report");
  }

  @Test
  void leavesACompleteRunAlone() {
    try (StoreOnDisk store = new StoreOnDisk(directory.resolve(".cairn"))) {
      store.resume(NIGHTLY).end(Map.of());
    }

    Outcome outcome = cairn("invalidate", run, "parse");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).contains("found a complete one").contains("fork");
    assertThat(cairn("fork", run, "--from", "parse").out()).contains("1 of the 3 checkpoints");
  }

  @Test
  void doesNotTouchARunThatALiveProcessOwns() {
    Machine here = new Machine("build7", 1, false);
    try (StoreOnDisk store = new StoreOnDisk(directory.resolve(".cairn"));
        RunLog log = store.resume(NIGHTLY)) {
      for (String command : new String[] {"accept-change", "invalidate"}) {
        Outcome outcome = cairn(here, command, run, "parse");

        assertThat(outcome.status()).as("%s", outcome).isEqualTo(ExitStatus.OWNED);
        assertThat(outcome.err()).contains("process 4711 on build7");
      }
      assertThat(cairn(here, "fork", run, "--from", "parse").status()).isEqualTo(ExitStatus.OWNED);
      assertThat(log.fenced()).isFalse();
    }
  }
}
