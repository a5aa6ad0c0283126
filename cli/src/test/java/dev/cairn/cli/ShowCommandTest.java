package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final CallPath REPORT = stage("Nightly.report");

  private static final String INPUTS =
      "inputs=topics; this.charts; this.log (not saved) / Nightly.report passes it to Chart.draw";

  @TempDir private Path root;

  @BeforeEach
  void fillAStore() {
    try (StoreOnDisk store = new StoreOnDisk(root, 4711)) {
      RunLog first = store.begin(NIGHTLY, 1);
      store.call(first, stage("Nightly.load"), Duration.ofMillis(742), 1434);
      store.call(first, REPORT.child(new CallKey("Chart.draw", "k:topics", 1)), seconds(5), 7);
    }
    try (StoreOnDisk store = new StoreOnDisk(root, 4802)) {
      store.advance(Duration.ofMinutes(20));
      RunLog second = store.resume(NIGHTLY);
      store.advance(Duration.ofSeconds(65));
      second.commit(
          store.facts(
              REPORT,
              store.now().minusSeconds(65),
              Map.of("rows", "12"),
              List.of("tries=2", INPUTS)),
          Payload.of(new byte[80_000]));
    }
  }

  @Test
  void aRunIsShownWithItsAttemptsAndCalls() {
    Outcome outcome = show("nightly-report/1304ae87/1");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                Run          nightly-report/1304ae87/1
                Key          date=2026-11-23
                Status       unfinished
                Application  com.acme.Nightly
                Started      2026-11-23 05:00:00
                Last entry   2026-11-23 05:21:05 (38 min ago)
                Owner        process 4802 on build7, gone
                Checkpoints  3; 80 KiB stored, 80 KiB raw

                ATTEMPT                SINCE  CHECKPOINTS  OWNER
                      1  2026-11-23 05:00:00            2  process 4711 on build7
                      4  2026-11-23 05:20:00            1  process 4802 on build7

                ENTRY  CALL                                     ATTEMPT        TOOK   STORED      RAW  BASE  COMPRESSION                ENDED  NOTES
                    2  Nightly.load                                   1      742 ms  1.4 KiB  1.4 KiB        none         2026-11-23 05:00:00
                    3  Nightly.report > Chart.draw [topics] #2        1       5.0 s      7 B      7 B        none         2026-11-23 05:00:05
                    5  Nightly.report                                 4  1 min 05 s   78 KiB   78 KiB        none         2026-11-23 05:21:05  tries=2, rows=12

                STAGE           INPUTS                                     WHY ALL FIELDS OF THIS
                Nightly.report  topics, this.charts, this.log (not saved)  Nightly.report passes it to Chart.draw

                Start the program again as before to resume this run.
                -Dcairn.resume=nightly-report/1304ae87/1 resumes it even if it is old or a newer one is there.
                """,
                ""));
  }

  @Test
  void fewerDigitsAreEnoughWhereTheyTellRunsApart() {
    assertThat(show("nightly-report/13/1").out())
        .startsWith("Run          nightly-report/1304ae87");
  }

  @Test
  void aRunThatIsNotThereIsAnsweredWithThoseThatAre() {
    Outcome outcome = show("nightly-report/1304ae87/9");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                ExitStatus.NO_RUN,
                "",
                "Cannot find the run nightly-report/1304ae87/9: expected PIPELINE/KEY/GENERATION as"
                    + " the list of runs shows it, found"
                    + " nightly-report/1304ae8712c5e0a9c257a0369a2979ea/1\n"));
  }

  @Test
  void jsonHasStableNames() throws IOException {
    Outcome outcome = show("nightly-report/1304ae87/1", "--json");

    try (InputStream golden = ShowCommandTest.class.getResourceAsStream("show.json")) {
      String withoutSalt = outcome.out().replaceAll("[0-9a-f]{64}", "SALTED");
      assertThat(withoutSalt).isEqualTo(new String(requireNonNull(golden).readAllBytes(), UTF_8));
    }
    assertThat(new ObjectMapper().readTree(outcome.out()).get("calls")).hasSize(3);
  }

  private Outcome show(String... arguments) {
    String[] all = new String[arguments.length + 3];
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    all[0] = "show";
    all[1] = "--store";
    all[2] = root.toString();
    return new Command().on(new Machine("build7", 1, true)).run(all);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
