package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.seal.crypt.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandsTest {
  @TempDir Path directory;

  private Outcome cairn(String... args) {
    return new Command().in(directory).on(new Machine("build7", 1, true)).run(args);
  }

  private Outcome cairnWithKey(String key, String... args) {
    return new Command()
        .in(directory)
        .on(new Machine("build7", 1, true))
        .with("CAIRN_KEY_FILE", key)
        .run(args);
  }

  @Test
  void keygenPrintsAnotherKeyEachTime() {
    Outcome one = cairn("keygen");

    assertThat(one.status()).isZero();
    assertThat(one.out()).matches("[A-Za-z0-9_-]{43}=\n").isNotEqualTo(cairn("keygen").out());
  }

  @Test
  void keygenWritesAFileForItsUserAloneAndNeverOverOne() throws IOException {
    Path file = directory.resolve("our.key");
    assertThat(cairn("keygen", "our.key")).isEqualTo(new Outcome(0, "", ""));
    String key = Files.readString(file);

    Outcome again = cairn("keygen", "our.key");

    assertThat(again.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(again.err()).contains("it exists, and may be the key of a store");
    assertThat(Files.readString(file)).isEqualTo(key);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void keygenSaysWhereItCannotWrite() {
    Outcome outcome = cairn("keygen", "nowhere/our.key");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err()).contains("Cannot write a key to").contains("NoSuchFileException");
  }

  @Test
  void aPlainStoreHasNoKeys() throws IOException {
    new StoreOnDisk(directory.resolve(".cairn")).close();
    cairn("keygen", "our.key");

    assertThat(cairn("key", "list"))
        .returns(ExitStatus.NO_STORE, Outcome::status)
        .extracting(Outcome::err)
        .asString()
        .contains("it has none");
    assertThat(cairn("key", "rotate").err()).contains("it is not encrypted");
    assertThat(cairnWithKey("our.key", "runs").err()).contains("but the store is not encrypted");
  }

  @Test
  void withoutACommandOfItsOwnKeySaysWhichThereAre() {
    assertThat(cairn("key"))
        .returns(ExitStatus.USAGE, Outcome::status)
        .extracting(Outcome::err)
        .asString()
        .contains("list, add or rotate");
  }

  @Nested
  class OfAnEncryptedStore {
    private String run = "";

    @BeforeEach
    void withOneRun() throws IOException {
      cairn("keygen", "our.key");
      cairn("keygen", "ops.key");
      Secret key = Secret.key(Files.readString(directory.resolve("our.key")), "our.key");
      try (StoreOnDisk store = new StoreOnDisk(directory.resolve(".cairn"), Optional.of(key))) {
        RunLog log = store.begin(NIGHTLY, 1);
        store.call(log, stage("load"), Duration.ofSeconds(1), 100_000);
        run = log.run().toString();
        log.close();
      }
    }

    @Test
    void aKeyFileThatIsGoneOrHoldsOtherBytesIsToldOf() throws IOException {
      Files.write(directory.resolve("other.key"), new byte[] {(byte) 0xff, 0});

      assertThat(cairnWithKey("no.key", "runs"))
          .returns(2, Outcome::status)
          .extracting(Outcome::err)
          .asString()
          .contains("no.key: expected a text that can be read, found no such file");
      assertThat(cairnWithKey("other.key", "runs").err()).contains("found bytes that are no UTF-8");
    }

    @Test
    void aKeyThatOthersCanReadIsToldOf() throws IOException {
      Path key = directory.resolve("our.key");
      assumeTrue(key.getFileSystem().supportedFileAttributeViews().contains("posix"));
      assertThat(cairnWithKey("our.key", "runs").err()).isEmpty();

      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

      assertThat(cairnWithKey("our.key", "runs"))
          .returns(0, Outcome::status)
          .extracting(Outcome::err)
          .asString()
          .contains("can be read by others")
          .contains("chmod 600 ");
    }

    @Test
    void itsRunsAreShownWithTheKeyOnly() {
      assertThat(cairnWithKey("our.key", "show", run).out()).contains("load", "date=2026-11-23");
      assertThat(cairn("show", run))
          .returns(ExitStatus.NO_STORE, Outcome::status)
          .extracting(Outcome::err)
          .asString()
          .contains("it is encrypted and no key is given");
      assertThat(cairnWithKey("ops.key", "show", run).err())
          .contains("is not one of its own; expected key \"first\"");
    }

    @Test
    void itsRunsAreWrittenToWithTheKey() {
      assertThat(cairnWithKey("our.key", "invalidate", run, "load").status()).isZero();
      assertThat(cairnWithKey("our.key", "explain", run).out()).contains("invalidate load");
    }

    @Test
    void listShowsWhatOpensItWithoutAKey() {
      Outcome outcome = cairn("key", "list");

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out())
          .startsWith("ID                KIND  LABEL\n")
          .containsPattern("[0-9a-f]{16}  key   first\n");
      assertThat(cairn("key", "list", "--json").out()).contains("\"label\": \"first\"");
    }

    @Test
    void addLetsAnotherKeyOpenIt() {
      Outcome outcome =
          cairnWithKey("our.key", "key", "add", "--new-key-file", "ops.key", "--label", "ops");

      assertThat(outcome)
          .isEqualTo(new Outcome(0, "Now opens the store: key \"first\", key \"ops\".\n", ""));
      assertThat(cairnWithKey("ops.key", "show", run).status()).isZero();
      assertThat(cairnWithKey("our.key", "show", run).status()).isZero();
    }

    @Test
    void addLetsAPasswordOpenIt() throws IOException {
      Files.writeString(directory.resolve("password"), "correct horse\nand more\n");

      cairnWithKey("our.key", "key", "add", "--new-password-file", "password");

      Outcome outcome =
          new Command()
              .in(directory)
              .on(new Machine("build7", 1, true))
              .with("CAIRN_PASSWORD_VARIABLE", "WORDS")
              .with("WORDS", "correct horse")
              .run("show", run);
      assertThat(outcome).returns(0, Outcome::status).returns("", Outcome::err);
      assertThat(cairn("key", "list").out()).contains("password  password\n");
    }

    @Test
    void addWantsToKnowWhat() {
      assertThat(cairnWithKey("our.key", "key", "add"))
          .returns(ExitStatus.USAGE, Outcome::status)
          .extracting(Outcome::err)
          .asString()
          .contains("expected --new-key-file");
    }

    @Test
    void rotateShutsOutEveryOtherKey() {
      Outcome outcome = cairnWithKey("our.key", "key", "rotate", "--new-key-file", "ops.key");

      assertThat(outcome).isEqualTo(new Outcome(0, "Now opens the store: key \"ops.key\".\n", ""));
      assertThat(cairnWithKey("ops.key", "show", run).out()).contains("load");
      assertThat(cairnWithKey("our.key", "show", run).status()).isEqualTo(ExitStatus.NO_STORE);
    }

    @Test
    void rotateKeepsTheKeyThatIsGiven() {
      cairnWithKey("our.key", "key", "add", "--new-key-file", "ops.key");

      Outcome outcome = cairnWithKey("our.key", "key", "rotate", "--label", "ours");

      assertThat(outcome).isEqualTo(new Outcome(0, "Now opens the store: key \"ours\".\n", ""));
      assertThat(cairnWithKey("our.key", "show", run).status()).isZero();
      assertThat(cairnWithKey("ops.key", "show", run).status()).isEqualTo(ExitStatus.NO_STORE);
    }

    @Test
    void nothingIsChangedWithoutAKeyOfIts() throws IOException {
      Outcome none = cairn("key", "add", "--new-key-file", "ops.key");
      Outcome wrong = cairnWithKey("ops.key", "key", "rotate");

      assertThat(none.status()).isEqualTo(ExitStatus.NO_STORE);
      assertThat(wrong.status()).isEqualTo(ExitStatus.NO_STORE);
      try (var rings = Files.list(directory.resolve(".cairn/keys"))) {
        assertThat(rings).hasSize(1);
      }
    }

    @Test
    void whatIsNoKeyIsNamedAndNotShown() throws IOException {
      Files.writeString(directory.resolve("bad.key"), "hunter2");

      Outcome outcome = cairnWithKey("bad.key", "runs");

      assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(outcome.err())
          .contains("bad.key: expected what `keygen` makes: a key is 44 characters")
          .doesNotContain("hunter2");
    }
  }
}
