package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.entry.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
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

  /** Its bytes tell only when they are read: before anything of the new run is written. */
  @Test
  void aSnapshotThatIsDamagedEndsWhatAForkShares() throws IOException {
    flipAByteOfTheOnlyPack();

    Outcome outcome = cairn("fork", run, "--from", "report");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("1 of the 3 checkpoints");
    Outcome forked = cairn("show", run.substring(0, run.length() - 1) + "2");
    assertThat(forked.status()).as("%s", forked).isZero();
    assertThat(forked.out()).contains("load").doesNotContain("parse  ");
  }

  private void flipAByteOfTheOnlyPack() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve(".cairn"))) {
      Path pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(pack);
      bytes[bytes.length / 2] ^= 1;
      Files.write(pack, bytes);
    }
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
      store.resume(NIGHTLY).end(RunEnd.PLAIN);
    }

    Outcome outcome = cairn("invalidate", run, "parse");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).contains("found a complete one").contains("fork");
    assertThat(cairn("fork", run, "--from", "parse").out()).contains("1 of the 3 checkpoints");
  }

  @Test
  void forgetsWhatIsNamedAndSaysWhatIsNoCheckpoint() {
    assertThat(cairn("forget", run, "9").err()).contains("these are none: [9]");

    Outcome outcome = cairn("forget", run, "2", "4");

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out())
        .isEqualTo("Forgot 2 of the checkpoints of " + run + ": their calls run again.\n");
    assertThat(cairn("checkpoints", "--state", "forgotten").out()).contains("#2 ", "#4 ");
    assertThat(cairn("checkpoints", "--state", "usable").out())
        .contains("#3 ")
        .doesNotContain("#4");
    assertThat(cairn("forget", run, "3").out())
        .isEqualTo("Forgot 1 of the checkpoints of " + run + ": its call runs again.\n");
    assertThat(cairn("verify", "--deep").status()).isZero();
  }

  @Test
  void deletesARunForEver() {
    Outcome outcome = cairn("delete", run);

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(outcome.out())
        .isEqualTo("Deleted " + run + " with 3 checkpoints; its number is not used again.\n");
    assertThat(cairn("runs").out()).contains("deleted");
    assertThat(cairn("checkpoints").out()).isEqualTo("No such checkpoints.\n");
    assertThat(cairn("verify", "--deep").status()).isZero();
  }

  @Test
  void prunesFinishedRunsButForTheNewest() {
    try (StoreOnDisk store = new StoreOnDisk(directory.resolve(".cairn"))) {
      store.resume(NIGHTLY).end(RunEnd.PLAIN);
      for (int generation = 2; generation <= 4; generation++) {
        store.advance(Duration.ofMinutes(1));
        store.begin(NIGHTLY, generation).end(RunEnd.PLAIN);
      }
    }

    Outcome dry = cairn("prune", "--keep-last", "2", "--dry-run");
    ToldProgress progress = new ToldProgress();
    Outcome outcome =
        new Command().in(directory).on(BUILD7).showing(progress).run("prune", "--keep-last", "2");

    assertThat(dry.out())
        .contains("not among the last 2")
        .endsWith("Would delete 2 runs, 98 KiB.\n");
    assertThat(outcome.out()).contains("/1 ", "/2 ").endsWith("Deleted 2 runs, 98 KiB.\n");
    assertThat(progress.told()).containsExactly("deleting runs: 2 of 2");
    assertThat(cairn("prune", "--keep-last", "2", "--json").out()).contains("\"runs\": []");
    assertThat(cairn("prune").out()).isEqualTo("Deleted 0 runs, 0 B.\n");
    assertThat(cairn("prune", "--keep-last", "0").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(cairn("prune", "--keep-within", "long").status()).isEqualTo(ExitStatus.USAGE);
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
      assertThat(cairn(here, "forget", run, "2").status()).isEqualTo(ExitStatus.OWNED);
      assertThat(cairn(here, "delete", run).status()).isEqualTo(ExitStatus.OWNED);
      assertThat(log.fenced()).isFalse();
    }
  }
}
