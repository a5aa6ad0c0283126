package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.RunKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedStoreTest {
  private static final String RUN = "nightly-report/1304ae87/1";
  private static final String FOLDER = "runs/nightly-report/1304ae8712c5e0a9c257a0369a2979ea/1/";

  private static final String HINT = "--store DIR, or the setting cairn.store, names the store.\n";

  @TempDir private Path directory;
  private Path root;

  @BeforeEach
  void fillAStore() {
    root = directory.resolve("ck");
    try (StoreOnDisk store = new StoreOnDisk(root)) {
      RunLog log = store.begin(NIGHTLY, 1);
      store.call(log, stage("Nightly.load"), Duration.ofSeconds(1), 1434);
      store.call(log, stage("Nightly.parse"), Duration.ofSeconds(2), 80_000);
      store.call(log, stage("Nightly.report"), Duration.ofSeconds(3), 7);
      log.end(RunEnd.PLAIN);
      store.begin(new RunKey("import", "file=a"), 1).end(RunEnd.PLAIN);
    }
  }

  @Test
  void aFlippedByteIsShownAndEverythingElseToo() throws IOException {
    Path entry = root.resolve(FOLDER + "00000002.json");
    Files.writeString(entry, Files.readString(entry).replace("Nightly.load", "Nightly.lead"));

    Outcome list = run("runs");
    Outcome page = run("show", RUN);

    assertThat(list.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(list.out()).containsPattern("1304ae87/1 .* complete +2 .* 1\n").contains("import/");
    assertThat(page.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(page.out())
        .contains("Nightly.parse")
        .contains(
            """

            Damaged: what is listed here counts as absent, and its calls run again. Nothing was deleted; a good copy of a file may be put back.
              runs/nightly-report/1304ae8712c5e0a9c257a0369a2979ea/1/00000002.json is damaged: expected the hash in its second line, found\
            """);
  }

  @Test
  void aMissingPackIsShown() throws IOException {
    try (Stream<Path> packs = Files.list(root.resolve(FOLDER + "packs"))) {
      Files.delete(packs.findFirst().orElseThrow());
    }

    Outcome page = run("show", RUN);

    assertThat(page.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(page.out())
        .containsPattern("Nightly.parse .* not usable\n")
        .containsPattern("/packs/[0-9a-f]{64}.pack is damaged: expected a pack, found none\n");
  }

  @Test
  void aRunThatCannotBeReadHidesNoOther() throws IOException {
    Files.write(root.resolve(FOLDER + "00000001.json"), new byte[3]);

    Outcome list = run("runs");
    Outcome page = run("show", RUN);

    assertThat(list.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(list.out()).containsPattern("1304ae87/1 .* unreadable").contains("import/");
    assertThat(page.status()).isEqualTo(ExitStatus.DAMAGED);
    assertThat(page.out())
        .isEqualTo(
            """
            Run          nightly-report/1304ae87/1
            Status       unreadable
            Started      -
            Last entry   -
            Checkpoints  0; 0 B stored, 0 B raw

            Damaged: what is listed here counts as absent, and its calls run again. Nothing was deleted; a good copy of a file may be put back.
              runs/nightly-report/1304ae8712c5e0a9c257a0369a2979ea/1/00000001.json is damaged: expected a line and its hash, found 3 other bytes
            """);
  }

  @Test
  void aDamagedDescriptionIsShown() throws IOException {
    Files.writeString(root.resolve("STORE.json"), "{}");

    assertUnreadable(
        run("runs"),
        "Cannot open the store "
            + root
            + ": STORE.json is damaged, expected a line and its hash, found 2 other bytes; put a"
            + " copy of it back. Nothing else was looked at or changed");
  }

  @Test
  void aLaterVersionIsNamed() throws IOException, NoSuchAlgorithmException {
    String line = "{\"format\":99,\"storeId\":\"x\",\"encryption\":\"none\"}\n";
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(UTF_8));
    String text = line + Fingerprint.of(digest).hex() + "\n";
    Files.writeString(root.resolve("STORE.json"), text);

    assertUnreadable(
        run("runs"),
        "Cannot open the store "
            + root
            + ": expected format 1, found format 99; use the version of Cairn that wrote it, or a"
            + " later one");
  }

  @Test
  void whatIsNoStoreIsNamed() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    Files.createDirectory(directory.resolve("empty"));

    Command command = new Command().in(directory);

    String remedy = "; name the directory that cairn.store named when the program ran";
    assertNoStore(
        command.run("runs", "--store", "missing"),
        cannotOpen("missing") + "expected a directory, found nothing" + remedy);
    assertNoStore(
        command.run("show", "a/12345678/1", "--store", "file"),
        cannotOpen("file") + "expected a directory, found a file" + remedy);
    assertNoStore(
        command.run("runs", "--store", "empty"),
        cannotOpen("empty")
            + "expected STORE.json in it, found none; name the store that cairn.store named when"
            + " the program ran");
    assertNoStore(
        new Command().with("CAIRN_STORE", "s3://bucket/ck").run("runs"),
        "Cannot open the store s3://bucket/ck: expected a directory, the only storage that this"
            + " cairn.jar has; give one with --store or cairn.store.");
  }

  private String cannotOpen(String name) {
    return "Cannot open the store " + directory.resolve(name) + ": ";
  }

  private static void assertNoStore(Outcome outcome, String message) {
    assertThat(outcome).isEqualTo(new Outcome(ExitStatus.NO_STORE, "", message + "\n" + HINT));
  }

  private static void assertUnreadable(Outcome outcome, String message) {
    assertThat(outcome).isEqualTo(new Outcome(ExitStatus.NO_STORE, "", message + "\n"));
  }

  private Outcome run(String... arguments) {
    return new Command().with("CAIRN_STORE", root.toString()).run(arguments);
  }
}
