package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.Python.Output;
import dev.cairn.it.crash.StoreFiles.Content;
import dev.cairn.it.crash.StoreFiles.Harm;
import dev.cairn.it.crash.program.Harvest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that nobody reads without its key. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class EncryptedStoreIT {
  private static final String KEY_FILE = "cairn.key.file";
  private static final String POINT = "returned ripen";

  private Path keys;
  private Reference reference;

  @BeforeAll
  void makeKeysAndRunWithoutCairn(@TempDir Path directory) {
    keys = directory;
    for (String name : List.of("ours", "theirs")) {
      Ended made = ForkedJvm.ofCommandLine("keygen", keys.resolve(name)).run();
      assertThat(made.status()).as("%s", made).isZero();
    }
    reference = Reference.of(Attempts.of(Harvest.class, directory));
  }

  private Attempts withKey(Path directory, String name) {
    return Attempts.of(Harvest.class, directory).withProperty(KEY_FILE, keys.resolve(name));
  }

  @ParameterizedTest(name = "after \"{0}\"")
  @ValueSource(strings = {"begin plant", "returned plant", POINT, "returned gather"})
  void theSameCommandFinishesWhatACrashCutOff(String point, @TempDir Path directory) {
    Attempts attempts = withKey(directory, "ours");

    Ended halted = attempts.haltedAt(point);
    Ended resumed = attempts.run();

    reference.isBegunBy(halted);
    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("resumed run harvest/");
  }

  @Test
  void itsFilesShowNothingAndAreForTheirUserAlone(@TempDir Path directory) throws IOException {
    withKey(directory, "ours").run();

    StoreFiles files = new StoreFiles(directory.resolve("store"));
    for (String file : files.files()) {
      assertThat(files.text(file))
          .as(file)
          .doesNotContain("Harvest", "north", ".plant", "java.util", "fingerprint", "\"owner\"");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path(files, file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  private static Path path(StoreFiles files, String file) {
    return files.store().resolve(file);
  }

  @Test
  void withoutItsKeyOrWithAnotherTheProgramIsUnharmedAndNothingIsLost(@TempDir Path directory)
      throws IOException {
    Attempts ours = withKey(directory, "ours");
    ours.haltedAt(POINT);
    Content before = new StoreFiles(ours.store()).content();

    Ended none = Attempts.of(Harvest.class, directory).run();
    Ended wrong = withKey(directory, "theirs").run();

    assertThat(none.out()).isEqualTo(reference.out());
    assertThat(none.err()).contains("it is encrypted and no key is given; give the one");
    assertThat(wrong.out()).isEqualTo(reference.out());
    assertThat(wrong.err())
        .contains("the key given (cairn.key.file=" + keys.resolve("theirs") + ")")
        .contains("is not one of its own; expected key \"first\"");
    assertThat(new StoreFiles(ours.store()).content().lacksOf(before)).isEmpty();
    Ended resumed = ours.run();
    reference.isRepeatedBy(resumed);
    assertThat(resumed.err()).contains("resumed run harvest/");
  }

  @Test
  void aReaderWrittenFromTheFormatsPageReadsItAndFindsAnAlteredByte(@TempDir Path directory)
      throws IOException, InterruptedException {
    withKey(directory, "ours").run();
    StoreFiles files = new StoreFiles(directory.resolve("store"));
    Path key = keys.resolve("ours");

    Output whole = Python.run("cryptography", "read_encrypted.py", files.store(), key);
    Output wrongKey =
        Python.run("cryptography", "read_encrypted.py", files.store(), keys.resolve("theirs"));
    files.harm(lastEntry(files), Harm.ALTERED);
    Output altered = Python.run("cryptography", "read_encrypted.py", files.store(), key);

    assertThat(whole.status()).as("%s", whole).isZero();
    assertThat(whole.text().lines()).contains("OPEN", "COMMIT", "END", "hb");
    assertThat(wrongKey.text()).contains("InvalidTag");
    assertThat(altered.text()).contains("InvalidTag");
  }

  private static String lastEntry(StoreFiles files) throws IOException {
    return files.files().stream()
        .filter(file -> file.startsWith("runs/") && file.endsWith(".json"))
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  @Test
  void whereThereIsNoKeyTheProgramDoesNotBegin(@TempDir Path directory) {
    Ended ended = withKey(directory, "none").run();

    assertThat(ended.status()).as("%s", ended).isNotZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Cannot use cairn.key.file=").contains("found no such file");
    assertThat(directory.resolve("store")).doesNotExist();
  }

  @Test
  void theCommandLineReadsItWithTheKey(@TempDir Path directory) {
    Attempts ours = withKey(directory, "ours");
    ours.run();
    ForkedJvm runs = ForkedJvm.ofCommandLine("runs", "--store", ours.store());

    Ended without = runs.run();
    Ended with = withKeyBeforeTheJar("runs", "--store", ours.store()).run();

    assertThat(without.status()).as("%s", without).isEqualTo(3);
    assertThat(without.err()).contains("it is encrypted and no key is given");
    assertThat(with.status()).as("%s", with).isZero();
    assertThat(with.out()).contains("harvest/").contains("complete");
  }

  private ForkedJvm withKeyBeforeTheJar(Object... arguments) {
    return ForkedJvm.of(EncryptedStoreIT.class)
        .withProperty(KEY_FILE, keys.resolve("ours"))
        .ofJar(ForkedJvm.agentJar())
        .withArguments(arguments);
  }
}
