package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.Command.Outcome;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.RunKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  @TempDir private Path directory;
  private StoreOnDisk store;

  @BeforeEach
  void fillAStore() {
    store = new StoreOnDisk(directory.resolve(".cairn"));
    RunLog complete = store.begin(NIGHTLY, 1);
    store.call(complete, stage("Nightly.load"), Duration.ofMillis(742), 1434);
    store.call(complete, stage("Nightly.parse"), Duration.ofSeconds(65), 80_000);
    complete.end(RunEnd.PLAIN);
    store.advance(Duration.ofMinutes(10));
    store.begin(new RunKey("import", "file=/data/\u001b[31m日本.csv"), 1).close();
    store.advance(Duration.ofMinutes(30));
    RunLog running = store.begin(NIGHTLY, 2);
    store.call(running, stage("Nightly.load"), Duration.ofMillis(700), 1434);
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @Test
  void runsAreListedWithTheLastActiveFirst() throws IOException {
    Map<String, String> before = store.files();

    Outcome outcome = new Command().in(directory).run("runs");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                RUN                        KEY                            STATUS      CHECKPOINTS     SIZE              STARTED      ACTIVE  DAMAGED
                nightly-report/1304ae87/2  date=2026-11-23                running               1  1.4 KiB  2026-11-23 05:41:05  18 min ago        -
                import/2c021112/1          file=/data/\\u001b[31m日本.csv  unfinished            0      0 B  2026-11-23 05:11:05  48 min ago        -
                nightly-report/1304ae87/1  date=2026-11-23                complete              2   80 KiB  2026-11-23 05:00:00  58 min ago        -
                """,
                ""));
    assertThat(store.files()).isEqualTo(before);
  }

  @Test
  void anOwnerThatIsGoneOrElsewhereDoesNotMakeARunRunning() {
    Command afterACrash = new Command().in(directory).on(new Machine("build7", 1, true));
    Command elsewhere = new Command().in(directory).on(new Machine("laptop", 1, false));

    JsonNode later = json(afterACrash.run("runs", "--json")).get(0);
    JsonNode far = json(elsewhere.run("runs", "--json")).get(0);

    assertThat(later.get("status").asText()).isEqualTo("unfinished");
    assertThat(later.get("owner").asText()).isEqualTo("gone");
    assertThat(far.get("status").asText()).isEqualTo("unfinished");
    assertThat(far.get("owner").asText()).isEqualTo("unknown");
  }

  @Test
  void jsonHasStableNames() {
    JsonNode runs = json(new Command().in(directory).run("runs", "--json"));

    assertThat(runs).hasSize(3);
    assertThat(runs.get(0))
        .hasToString(
            ("{'run':'nightly-report/1304ae87/2','pipeline':'nightly-report','keyDigest':"
                    + "'1304ae8712c5e0a9c257a0369a2979ea','generation':2,"
                    + "'key':'date=2026-11-23','status':'running','owner':'alive',"
                    + "'attempts':1,'checkpoints':1,'rawBytes':1434,'storedBytes':1434,"
                    + "'openedAt':'2026-11-23T05:41:05.742Z',"
                    + "'lastEntryAt':'2026-11-23T05:41:06.442Z','damages':0}")
                .replace('\'', '"'));
    assertThat(runs.get(1).get("key").asText()).isEqualTo("file=/data/\u001b[31m日本.csv");
  }

  @Test
  void aNarrowTerminalCutsTheKeyAndLeavesOutWhatCanBeDoneWithout() {
    Outcome outcome = new Command().in(directory).within(94).run("runs");

    assertThat(outcome.out())
        .isEqualTo(
            """
            RUN                        KEY           STATUS      CHECKPOINTS     SIZE      ACTIVE  DAMAGED
            nightly-report/1304ae87/2  date=2026...  running               1  1.4 KiB  18 min ago        -
            import/2c021112/1          file=/dat...  unfinished            0      0 B  48 min ago        -
            nightly-report/1304ae87/1  date=2026...  complete              2   80 KiB  58 min ago        -
            """);
  }

  @Test
  void coloursTellTheStatusOnATerminal() {
    Outcome outcome = new Command().in(directory).onTerminal(200).run("runs");

    assertThat(outcome.out())
        .contains("\u001b[36mrunning\u001b[0m")
        .contains("\u001b[33munfinished\u001b[0m")
        .contains("\u001b[32mcomplete\u001b[0m")
        .contains("\\u001b[31m日本");
  }

  @Test
  void aStoreWithoutRunsSaysSo(@TempDir Path empty) {
    new StoreOnDisk(empty).close();

    assertThat(new Command().run("runs", "--store", empty.toString()))
        .isEqualTo(new Outcome(0, "No runs yet.\n", ""));
    assertThat(new Command().run("runs", "--json", "--store", empty.toString()).out())
        .isEqualTo("[]\n");
  }

  @Test
  void theStoreIsThatOfTheSettings() {
    Command command = new Command().with("CAIRN_STORE", directory.resolve(".cairn").toString());

    assertThat(command.run("runs").status()).isZero();
  }

  private static JsonNode json(Outcome outcome) {
    try {
      return new ObjectMapper().readTree(outcome.out());
    } catch (IOException e) {
      throw new AssertionError(outcome.out(), e);
    }
  }
}
