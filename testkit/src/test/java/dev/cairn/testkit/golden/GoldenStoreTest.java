package dev.cairn.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.Claim.Claimed;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores of every version of the format, log and packs, are read and gone on with. That of the
 * current version is written by
 *
 * <pre>
 * mvn -o -pl testkit -am test -Dtest=GoldenStoreTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true
 * </pre>
 */
class GoldenStoreTest {
  private static final int VERSION = 1;
  private static final Path STORES = Path.of("src/test/resources/dev/cairn/testkit/golden");

  @TempDir private Path directory;

  /**
   * One store in the repository.
   *
   * @param version the format's
   * @param encrypted whether it needs the key
   */
  record Golden(int version, boolean encrypted) {
    Path path() {
      return STORES.resolve("v" + version + (encrypted ? "-encrypted" : ""));
    }

    Optional<Secret> secret() {
      return encrypted ? Optional.of(GoldenRun.secret()) : Optional.empty();
    }
  }

  static Stream<Golden> all() {
    return IntStream.rangeClosed(1, VERSION).boxed().flatMap(GoldenStoreTest::ofVersion);
  }

  static Stream<Golden> current() {
    return ofVersion(VERSION);
  }

  private static Stream<Golden> ofVersion(int version) {
    return Stream.of(new Golden(version, false), new Golden(version, true));
  }

  @ParameterizedTest
  @MethodSource("current")
  void theCurrentVersionHasItsStores(Golden golden) throws IOException {
    Path store = golden.path();
    if (Boolean.getBoolean("golden.write")) {
      GoldenRun.write(DirectoryStorage.open(directory), golden.secret());
      copy(directory, store);
    }

    assertThat(store.resolve("STORE.json")).exists();
    try (Stream<Path> files = Files.walk(store)) {
      assertThat(files.filter(file -> file.toString().endsWith(".pack"))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everythingThatWasCommittedIsServed(Golden golden) throws IOException {
    try (RunStore store = copyOf(golden)) {
      RunHistory complete = history(store, 1);

      assertThat(complete.status()).isEqualTo(Status.COMPLETE);
      assertThat(complete.opened()).contains(GoldenRun.FACTS);
      assertThat(complete.damages()).isEmpty();
      assertThat(complete.attempts()).hasSize(2);
      assertThat(complete.totals()).isEqualTo(GoldenRun.TOTALS);
      assertThat(complete.checkpoints().stream().map(Checkpoint::call))
          .containsExactlyElementsOf(calls(4));
      List<byte[]> payloads = GoldenRun.payloads();
      for (int i = 0; i < payloads.size(); i++) {
        Checkpoint checkpoint = complete.checkpoints().get(i);
        assertThat(store.read(checkpoint).toBytes()).as("call %d", i).isEqualTo(payloads.get(i));
      }
      assertThat(store.readResult(complete).orElseThrow().toBytes()).isEqualTo(GoldenRun.result());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anUnfinishedRunIsTakenUp(Golden golden) throws IOException {
    try (RunStore store = copyOf(golden)) {
      RunLog log = ((Claimed) store.claim(history(store, 2))).log();
      log.commit(GoldenRun.call(1), Payload.of(GoldenRun.payloads().get(1)));
      log.end(new RunEnd(GoldenRun.TOTALS, List.of()));
    }

    try (RunStore store = GoldenRun.open(DirectoryStorage.open(directory), golden.secret())) {
      RunHistory history = history(store, 2);
      assertThat(history.status()).isEqualTo(Status.COMPLETE);
      assertThat(history.damages()).isEmpty();
      assertThat(history.checkpoints().stream().map(Checkpoint::call))
          .containsExactlyElementsOf(calls(2));
    }
  }

  private static RunHistory history(RunStore store, int generation) {
    return store.runs().stream()
        .filter(run -> store.isOf(run, GoldenRun.KEY) && run.generation() == generation)
        .findFirst()
        .flatMap(store::find)
        .orElseThrow();
  }

  private static List<CallFacts> calls(int count) {
    return IntStream.range(0, count).mapToObj(GoldenRun::call).toList();
  }

  private RunStore copyOf(Golden golden) throws IOException {
    copy(golden.path(), directory);
    return GoldenRun.open(DirectoryStorage.open(directory), golden.secret());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.copy(file, target);
      }
    }
  }
}
