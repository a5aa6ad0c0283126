package dev.cairn.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.core.Checkpoints;
import dev.cairn.core.SaveOptions;
import dev.cairn.core.seal.crypt.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransferCommandsTest {
  private static final List<String> STATE = new ArrayList<>(List.of("a", "b"));

  @TempDir Path home;

  private String checkpoint = "";

  @BeforeAll
  static void forgetTheSwitchesOfTheBuild() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("cairn."));
  }

  @BeforeEach
  void save() {
    try (Checkpoints checkpoints = checkpoints("training")) {
      checkpoint =
          checkpoints
              .save(STATE, "epoch-1", SaveOptions.usual().with("accuracy", 0.9))
              .checkpoint()
              .run()
              .toString();
      checkpoints.save(new ArrayList<>(List.of("a", "b", "c")), "epoch-2");
    }
  }

  private Checkpoints checkpoints(String name) {
    return Checkpoints.of(name).in(home.resolve("ck")).open();
  }

  private Outcome run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--store", "ck"));
    return new Command().in(home).run(all.toArray(String[]::new));
  }

  @Test
  void whatWasExportedIsLoadedWhereItWasImported() {
    Outcome out = run("export", checkpoint + "#2", "one.ckpt");
    Outcome in = run("import", "one.ckpt", "--into", "other");

    assertThat(out.err() + in.err()).isEmpty();
    assertThat(out.status() + in.status()).isZero();
    assertThat(in.out()).contains("Saved as epoch-1 in other/");
    try (Checkpoints other = checkpoints("other")) {
      assertThat(other.load("epoch-1", Object.class)).isEqualTo(STATE);
      assertThat(other.info("epoch-1").orElseThrow().metadata()).containsEntry("accuracy", "0.9");
    }
  }

  @Test
  void showsHowFarItIs() {
    ToldProgress progress = new ToldProgress();
    Command command = new Command().in(home).showing(progress);

    command.run("export", checkpoint + "#2", "one.ckpt", "--store", "ck");
    command.run("import", "one.ckpt", "--into", "other", "--store", "ck");

    assertThat(progress.told())
        .containsExactly(
            "exporting: reading",
            "exporting: writing",
            "exporting " + checkpoint + "#2: 2 of 2",
            "importing: reading",
            "importing: saving",
            "importing one.ckpt: 2 of 2");
  }

  @Test
  void aDifferenceIsExportedAsAWhole() {
    run("export", checkpoint + "#3", "two.ckpt");
    run("import", "two.ckpt", "--into", "other", "--id", "copy");

    try (Checkpoints other = checkpoints("other")) {
      assertThat(other.load("copy", Object.class)).isEqualTo(List.of("a", "b", "c"));
    }
  }

  @Test
  void aTokenOpensByItsKeyOnly() throws IOException {
    key("ours.key", 1);
    key("other.key", 2);

    assertThat(run("export", checkpoint + "#2", "t", "--fernet", "--key-file", "ours.key").status())
        .isZero();

    assertThat(Files.readString(home.resolve("t"), US_ASCII)).startsWith("gAAAA");
    assertThat(run("import", "t", "--into", "x").err()).contains("give its key by --key-file");
    assertThat(run("import", "t", "--into", "x", "--key-file", "other.key").err())
        .contains("a Fernet token of another key, or it was changed");
    assertThat(run("import", "t", "--into", "x", "--key-file", "ours.key").status()).isZero();
    try (Checkpoints imported = checkpoints("x")) {
      assertThat(imported.load("epoch-1", Object.class)).isEqualTo(STATE);
    }
  }

  @Test
  void noByteOfAnExportedFileCanBeAnother() throws IOException {
    run("export", checkpoint + "#2", "one.ckpt");
    byte[] whole = Files.readAllBytes(home.resolve("one.ckpt"));

    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(home.resolve("damaged.ckpt"), damaged);
      Outcome outcome = run("import", "damaged.ckpt", "--into", "other");

      assertThat(outcome.status()).as("byte %d", at).isNotZero();
    }
    try (Checkpoints other = checkpoints("other")) {
      assertThat(other.list()).isEmpty();
    }
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Files.writeString(home.resolve("mine"), "mine");

    Outcome outcome = run("export", checkpoint + "#2", "mine");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("it exists");
    assertThat(home.resolve("mine")).hasContent("mine");
  }

  @Test
  void aTokenNeedsAKey() {
    Outcome outcome = run("export", checkpoint + "#2", "t", "--fernet");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--key-file");
    assertThat(home.resolve("t")).doesNotExist();
  }

  @Test
  void answersPrograms() {
    assertThat(run("export", checkpoint + "#2", "one.ckpt", "--json").out())
        .contains("\"checkpoint\": \"" + checkpoint + "#2\"", "\"rawBytes\": ");
    assertThat(run("import", "one.ckpt", "--into", "other", "--json").out())
        .contains("\"id\": \"epoch-1\"", "\"entry\": 2");
  }

  @Test
  void theShellLearnsAllCommands() {
    Outcome outcome = new Command().in(home).run("completion");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("complete -F _complete_cairn", "checkpoints", "--keep-last");
  }

  private void key(String name, long seed) throws IOException {
    Files.writeString(home.resolve(name), Secret.newKey(new Random(seed)) + "\n");
  }
}
