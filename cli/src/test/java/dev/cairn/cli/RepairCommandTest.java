package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepairCommandTest {
  private static final RunKey OTHER = new RunKey("other", "a");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path home;

  private void fill(Optional<Secret> secret) {
    try (StoreOnDisk store = new StoreOnDisk(home.resolve("ck"), secret)) {
      RunLog log = store.begin(NIGHTLY, 1);
      store.call(log, stage("Nightly.load"), SECOND, 100);
      store.call(log, stage("Nightly.parse"), SECOND, 100_000);
      store.call(log, stage("Nightly.report"), SECOND, 100);
      RunLog other = store.begin(OTHER, 1);
      store.call(other, stage("Other.load"), SECOND, 100);
      other.end(RunEnd.PLAIN);
    }
  }

  private Outcome run(String... args) {
    return new Command().in(home).run(args);
  }

  private Outcome repair() {
    return run("repair", "--store", "ck", "--to", "new");
  }

  @Test
  void aSoundStoreIsWrittenAsItIs() {
    fill(Optional.empty());

    Outcome outcome = repair();

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Wrote 2 runs with 4 checkpoints", "Lost: nothing.");
    assertThat(run("verify", "--deep", "--store", "new").status()).isZero();
  }

  @Test
  void writesTheRestOfADamagedRunAndSaysWhatWasLost() throws IOException {
    fill(Optional.empty());
    damage(file(".pack"));
    damage(entry("nightly-report", "00000002.json"));
    Map<String, String> before = files();

    Outcome outcome = repair();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("00000002.json", ": pack ", "Wrote 2 runs with 2 checkpoints", "Lost: 2.");
    assertThat(files()).as("the damaged store").isEqualTo(before);
    assertThat(run("checkpoints", "--store", "new", "--state", "usable").out())
        .contains("Nightly.report", "Other.load")
        .doesNotContain("Nightly.load");
  }

  @Test
  void leavesOutARunWhoseFirstEntryIsGone() throws IOException {
    fill(Optional.empty());
    damage(entry("nightly-report", "00000001.json"));

    Outcome outcome = repair();

    assertThat(outcome.out()).contains("Wrote 1 run with 1 checkpoint,", "Lost: 1.");
    assertThat(run("verify", "--store", "new").status()).isZero();
  }

  @Test
  void anEncryptedStoreStaysSo() throws IOException {
    Path key = Files.writeString(home.resolve("our.key"), Secret.newKey(new Random(1)));
    fill(Optional.of(Secret.key(Files.readString(key), "a test")));
    damage(file(".pack"));
    Command with = new Command().in(home).with("CAIRN_KEY_FILE", key.toString());

    Outcome outcome = with.run("repair", "--store", "ck", "--to", "new");

    assertThat(outcome.out()).contains("Wrote 2 runs with 3 checkpoints", "Lost: 1.");
    assertThat(run("runs", "--store", "new").err()).contains("no key is given");
  }

  @Test
  void writesIntoNoOtherStore() throws IOException {
    fill(Optional.empty());
    Map<String, String> before = files();

    Outcome outcome = run("repair", "--store", "ck", "--to", "ck");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).contains("expected an empty or a new directory");
    assertThat(files()).isEqualTo(before);
  }

  private Path entry(String run, String name) throws IOException {
    return find(path -> path.toString().contains(run) && path.endsWith(name));
  }

  private Path file(String end) throws IOException {
    return find(path -> path.toString().endsWith(end));
  }

  private Path find(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("ck"))) {
      return all.filter(wanted).findFirst().orElseThrow();
    }
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private Map<String, String> files() throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("ck"))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      Map<String, String> contents = new TreeMap<>();
      for (Path file : files) {
        contents.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
      return contents;
    }
  }
}
