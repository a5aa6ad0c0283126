package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.model.RunKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  private static final String HEADING =
      "RUN                        KEY              STATUS      CHECKPOINTS     SIZE              "
          + " STARTED  LAST ACTIVITY  DAMAGED\n";

  @TempDir private Path root;

  @Test
  void runsAreListedWithTheLastActiveFirst() throws IOException {
    try (StoreOnDisk store = fill()) {
      Map<String, String> before = store.files();

      Outcome outcome = new Command().run("runs", "--store", root.toString());

      assertThat(outcome)
          .isEqualTo(
              new Outcome(
                  0,
                  """
                  RUN
                  """,
                  ""));
      assertThat(store.files()).isEqualTo(before);
    }
  }

  private StoreOnDisk fill() {
    StoreOnDisk store = new StoreOnDisk(root);
    RunLog complete = store.begin(NIGHTLY, 1);
    store.call(complete, stage("Nightly.load"), Duration.ofMillis(742), 1434);
    store.call(complete, stage("Nightly.parse"), Duration.ofSeconds(65), 80_000);
    complete.end(Map.of());
    store.advance(Duration.ofMinutes(10));
    store.begin(new RunKey("import", "file=/data/\u001b[31m日本.csv"), 1).close();
    store.advance(Duration.ofMinutes(30));
    RunLog unfinished = store.begin(NIGHTLY, 2);
    store.call(unfinished, stage("Nightly.load"), Duration.ofMillis(700), 1434);
    return store;
  }
}
