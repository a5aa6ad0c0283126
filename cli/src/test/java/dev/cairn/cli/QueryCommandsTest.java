package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryCommandsTest {
  @TempDir private Path root;

  @BeforeEach
  void fillAStore() {
    try (StoreOnDisk store = new StoreOnDisk(root)) {
      RunLog nightly = store.begin(NIGHTLY, 1);
      store.call(nightly, stage("load"), Duration.ofSeconds(1), 1000);
      train(store, nightly, "0.85", 80_000);
      train(store, nightly, "0.9", 10);
      train(store, nightly, "0.95", 20);
      nightly.end(RunEnd.PLAIN);
      store.call(store.begin(new RunKey("import", "file=a"), 1), stage("read"), Duration.ZERO, 5);
    }
  }

  private static void train(StoreOnDisk store, RunLog log, String accuracy, int bytes) {
    store.advance(Duration.ofMinutes(10));
    Map<String, String> metadata = Map.of("accuracy", accuracy, "model", "m" + bytes);
    log.commit(
        store.facts(stage("train"), store.now().minusSeconds(60), metadata, List.of()),
        Payload.of(new byte[bytes]));
  }

  private Outcome cairn(String... args) {
    String[] all =
        Stream.concat(Stream.of(args), Stream.of("--store", root + "")).toArray(String[]::new);
    return new Command().run(all);
  }

  @Test
  void listsTheNewestFirst() {
    Outcome outcome = cairn("checkpoints");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                CHECKPOINT                   CALL   STATE   STORED     RAW        TOOK                 TIME  METADATA
                import/aa01fd1f/1#2          read   usable     5 B     5 B        0 ms  2026-11-23 05:30:01
                nightly-report/1304ae87/1#5  train  usable    20 B    20 B  1 min 00 s  2026-11-23 05:30:01  accuracy=0.95, model=m20
                nightly-report/1304ae87/1#4  train  usable    10 B    10 B  1 min 00 s  2026-11-23 05:20:01  accuracy=0.9, model=m10
                nightly-report/1304ae87/1#3  train  usable  78 KiB  78 KiB  1 min 00 s  2026-11-23 05:10:01  accuracy=0.85, model=m80000
                nightly-report/1304ae87/1#2  load   usable  1000 B  1000 B       1.0 s  2026-11-23 05:00:01
                """,
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "--where accuracy>0.9, 5",
    "--where accuracy>=0.90, 5 4",
    "--where accuracy<0.9, 3",
    "--where accuracy=.9, 4",
    "--where accuracy!=0.9, 5 3",
    "--where accuracy, 5 4 3",
    "--where accuracy>high, ''",
    "--where model>=m2, 5 3",
    "--where accuracy>0.86 --where model=m10, 4",
    "--pipeline import, 2",
    "--run nightly-report/13/1 --stage load, 2",
    "--stage train --sort size, 3 5 4",
    "--stage train --sort size --reverse, 4 5 3",
    "--sort metadata.accuracy --pipeline nightly-report, 5 4 3 2",
    "--sort took --run nightly-report/13/1 --at-most 3 --skip 1, 4 3 2",
    "--min-size 1000b --max-size 64KiB, 2",
    "--since 2026-11-23T05:20:01 --stage train, 5 4",
    "--since 45m --before 2026-11-23T05:25:00Z, 4",
    "--before 2026-11-23, ''",
    "--status unfinished, 2",
    "--state damaged, ''",
    "--state usable --status complete --at-most 1, 5"
  })
  void listsWhatMeetsAllConditions(String options, String entries) throws IOException {
    String[] args =
        Stream.of("checkpoints --json " + options)
            .flatMap(s -> Stream.of(s.split(" ")))
            .toArray(String[]::new);

    Outcome outcome = cairn(args);

    assertThat(outcome.status()).as("%s", outcome).isZero();
    assertThat(entries(outcome)).isEqualTo(entries);
  }

  private static String entries(Outcome outcome) throws IOException {
    JsonNode list = requireNonNull(new ObjectMapper().readTree(outcome.out()).get("checkpoints"));
    return String.join(
        " ",
        StreamSupport.stream(list.spliterator(), false)
            .map(one -> one.get("entry").asText())
            .toList());
  }

  @Test
  void saysHowManyMoreThereAre() {
    assertThat(cairn("checkpoints", "--at-most", "2", "--skip", "1").out())
        .endsWith("\n2 to 3 of 5\n");
    assertThat(cairn("checkpoints", "--skip", "9").out())
        .isEqualTo("No more than 5 such checkpoints.\n");
    assertThat(cairn("checkpoints", "--stage", "x").out()).isEqualTo("No such checkpoints.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--where >0.9 | expected NAME, or NAME, one of = != < <= > >=, and a value",
        "--sort accuracy | expected time, size, raw, took, stage, run or metadata.NAME",
        "--since yesterday | Cannot read --since yesterday: expected a time",
        "--min-size big | Cannot read --min-size big: expected a size",
        "--state good | expected one of usable, forgotten, damaged",
        "--at-most 0 | expected at least one"
      })
  void saysWhatIsWrongWithAnOption(String option, String message) {
    Outcome outcome = cairn(("checkpoints " + option).split(" "));

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void aRunThatIsNotThereIsNone() {
    assertThat(cairn("checkpoints", "--run", "x/1/1").status()).isEqualTo(ExitStatus.NO_RUN);
    assertThat(cairn("verify", "x/1/1").status()).isEqualTo(ExitStatus.NO_RUN);
  }

  @Test
  void countsByPipelineAndStage() throws IOException {
    Outcome outcome = cairn("stats");
    JsonNode json = new ObjectMapper().readTree(cairn("stats", "--json").out());

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .startsWith("Runs: 2 (1 unfinished, 1 complete)\n\nPIPELINE ")
        .containsPattern("nightly-report +1 +4 +0 +0 +79 KiB +79 KiB +100.0 % +3 min 01 s ")
        .containsPattern("\nall +2 +5 +0 +0 ")
        .containsPattern("nightly-report > train +1 +3 ");
    assertThat(json.at("/stages/2/figures/storedBytes").asLong()).isEqualTo(80_030);
    assertThat(json.at("/runs/complete").asInt()).isEqualTo(1);
    assertThat(cairn("stats", "--where", "accuracy>0.9", "--json").out())
        .contains("\"checkpoints\": 1");
  }

  @Test
  void findsNothingWhereNothingIsDamaged() {
    Outcome outcome = cairn("verify", "--deep");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(0, "Runs: 2. Checkpoints: 5. Read: 79 KiB. Damaged: nothing.\n", ""));
    assertThat(cairn("verify", "import/aa01/1").out())
        .isEqualTo("Runs: 1. Checkpoints: 1. Snapshots were not read. Damaged: nothing.\n");
  }

  @Test
  void onlyADeepLookReadsSnapshots() throws IOException {
    Path pack = pack();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);

    Outcome shallow = cairn("verify");
    Outcome deep = cairn("verify", "--deep");

    assertThat(shallow.status()).isZero();
    assertThat(deep.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(deep.out()).contains("is damaged: expected frame 0").contains("Damaged: 1.");
    assertThat(cairn("verify", "--deep", "--json").out()).contains("\"entry\": 3");
  }

  @Test
  void whatIsMissingIsDamagedEverywhere() throws IOException {
    Files.delete(pack());

    for (String command : List.of("verify", "checkpoints", "stats")) {
      assertThat(cairn(command).status()).as(command).isEqualTo(ExitStatus.DAMAGED);
    }
    assertThat(cairn("verify").out()).contains("expected a pack, found none");
    assertThat(cairn("checkpoints", "--state", "damaged").out())
        .contains("#3")
        .doesNotContain("#4");
  }

  private Path pack() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
    }
  }

  @Test
  void changesNothing() throws IOException {
    try (StoreOnDisk store = new StoreOnDisk(root)) {
      Map<String, String> before = store.files();

      cairn("checkpoints");
      cairn("stats");
      cairn("verify", "--deep");

      assertThat(store.files()).isEqualTo(before);
    }
  }
}
