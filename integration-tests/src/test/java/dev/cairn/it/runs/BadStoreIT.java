package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Stores that cannot be used, and settings that cannot be meant. */
@Execution(ExecutionMode.CONCURRENT)
class BadStoreIT {
  private static final String RESULT = "sum 123\n";

  @TempDir Path directory;

  private ForkedJvm steps(Object... settings) {
    ForkedJvm jvm = Attempts.of(Steps.class, directory).program().withArguments("monday", 3);
    return jvm.withAgent(List.of(settings).stream().map(String::valueOf).toArray(String[]::new));
  }

  private Path store() {
    return directory.resolve("store");
  }

  private static void isUnharmedAndToldOnce(Ended ended, String... parts) {
    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).isEqualTo(RESULT);
    assertThat(ended.foreignLines()).isEmpty();
    assertThat(ended.err().lines().filter(line -> line.contains("unprotected steps")))
        .singleElement()
        .asString()
        .contains(parts)
        .doesNotContain("report");
  }

  @Test
  void aStoreBelowAFileCannotBeWrittenAndTheProgramIsUnharmed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    Ended ended = steps("store=" + file.resolve("store")).run();

    isUnharmedAndToldOnce(ended, file.toString(), "cairn.store");
    assertThat(file).hasContent("not a directory");
  }

  @Test
  void aStoreOfALaterVersionIsLeftAloneAndTheProgramIsUnharmed() throws Exception {
    steps("store=" + store()).run();
    Path description = store().resolve("STORE.json");
    String text = Files.readString(description);
    rewrite(
        description,
        text.lines().findFirst().orElseThrow().replace("\"format\":1", "\"format\":2"));
    String later = Files.readString(description);

    Ended ended = steps("store=" + store()).run();

    isUnharmedAndToldOnce(ended, store().toString(), "format 1", "format 2");
    assertThat(description).hasContent(later);
  }

  private static void rewrite(Path file, String line) throws IOException, NoSuchAlgorithmException {
    byte[] first = (line + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(first);
    Files.writeString(file, line + "\n" + HexFormat.of().formatHex(hash) + "\n");
  }

  @Test
  void aDamagedDescriptionIsNamedAndTheProgramIsUnharmed() throws IOException {
    steps("store=" + store()).run();
    Files.writeString(store().resolve("STORE.json"), "{}");

    Ended ended = steps("store=" + store()).run();

    isUnharmedAndToldOnce(ended, "STORE.json", "damaged", "put a copy of it back");
    assertThat(store().resolve("STORE.json")).hasContent("{}");
  }

  @Test
  void aStorageThatThisCairnDoesNotHaveStopsTheJvmBeforeMain() {
    Ended ended = steps("store=s3://bucket/folder").run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("s3://bucket/folder").contains("cairn.store=DIRECTORY");
    assertThat(ended.foreignLines()).isEmpty();
  }

  @Test
  void aTimeOfSilenceThatIsTooShortStopsTheJvmBeforeMain() {
    Ended ended = steps("store=" + store(), "heartbeat.ttl=10ms").run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("cairn.heartbeat.ttl")
        .contains("10ms")
        .contains("at least 1s");
  }

  @Test
  void anUnknownSettingStopsTheJvmBeforeMainAndTheNearestIsNamed() {
    Ended ended = steps("store=" + store()).withProperty("cairn.resume.witihn", "1h").run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("cairn.resume.witihn").contains("cairn.resume.within");
  }

  @Test
  void aStoreThatVanishesWhileTheProgramRunsDoesNotHarmIt() throws IOException {
    ForkedJvm.Running running =
        steps("store=" + store()).withProperty("gate", 2).start().awaitLine("at the gate");
    Files.move(store(), directory.resolve("elsewhere"));
    Files.writeString(store(), "in the way");

    Ended ended = running.type("go on").await();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).endsWith(RESULT);
    assertThat(ended.err()).contains("[cairn] unprotected step").doesNotContain("report");
    assertThat(ended.err()).contains("could not be recorded");
  }
}
