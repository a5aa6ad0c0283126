package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.Compresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The one native library in cairn.jar: loaded where it may be, without a word, and else done
 * without.
 */
@Execution(ExecutionMode.CONCURRENT)
class NativeLibraryIT {
  private static final int ASKS_FIRST = 24;

  @TempDir Path directory;

  @Test
  void snapshotsAreCompressedByZstdAndNothingIsPrinted() {
    CrashAndResume.of(program()).assertAllRestored(1);

    assertThat(entries()).anyMatch(entry -> entry.contains("\"compression\":\"zstd\""));
  }

  @Test
  void theCommandLineReadsThemWithoutAWordOfTheJvm() {
    program().withAgent("log=warn").run();
    String run = onlyRun();

    Ended shown =
        ForkedJvm.ofCommandLine(
                "diff", "--store", directory.resolve(".cairn"), run + "#2", run + "#2")
            .in(directory)
            .run();

    assertThat(shown.err()).as("%s", shown).isEmpty();
    assertThat(shown.status()).as("%s", shown).isZero();
  }

  /** On 25 its own copy makes the JVM print warnings about itself: those, and no others. */
  @Test
  void theProgramsOwnCopyOfAnotherVersionIsUndisturbed() {
    ForkedJvm program = program().withClassPath(otherZstd());

    CrashAndResume.of(program, "own").assertAllRestored(1);

    assertThat(entries()).anyMatch(entry -> entry.contains("\"compression\":\"zstd\""));
  }

  @Test
  void whereNoNativeCodeCanBeUnpackedGzipServesAndOneLineSaysSo() {
    ForkedJvm program = program().withProperty("ZstdTempFolder", directory.resolve("nowhere"));

    CrashAndResume twice = CrashAndResume.of(program);

    assertServedByGzip(twice);
  }

  @Test
  void aTemporaryFolderThatCannotBeUsedIsNoObstacle() {
    ForkedJvm program = program().withProperty("java.io.tmpdir", directory.resolve("nowhere"));

    assertServedByGzip(CrashAndResume.of(program));
  }

  @Test
  void whereTheUserDeniesNativeCodeItStaysDenied() {
    assumeTrue(Runtime.version().feature() >= ASKS_FIRST, "this JVM denies nobody native code");
    ForkedJvm program = program().withOption("--illegal-native-access=deny");

    assertServedByGzip(CrashAndResume.of(program));
  }

  @Test
  void whatTheUserAllowsToAllIsUsed() {
    assumeTrue(Runtime.version().feature() >= ASKS_FIRST, "this JVM asks nobody");
    ForkedJvm program =
        program()
            .withOption("--illegal-native-access=deny")
            .withOption("--enable-native-access=ALL-UNNAMED");

    CrashAndResume.of(program).assertAllRestored(1);

    assertThat(entries()).anyMatch(entry -> entry.contains("\"compression\":\"zstd\""));
  }

  private void assertServedByGzip(CrashAndResume twice) {
    assertThat(twice.resumed().out()).isEqualTo(twice.uninterrupted().out());
    assertThat(twice.resumed().err()).contains("[cairn] restored");
    for (Ended ended : List.of(twice.crashed(), twice.resumed())) {
      assertThat(ended.foreignLines()).isEqualTo(twice.uninterrupted().foreignLines());
      assertThat(ended.err().lines())
          .as("%s", ended)
          .filteredOn(line -> line.contains("warning:"))
          .singleElement()
          .asString()
          .contains("Snapshots are compressed by gzip", "native library of zstd");
    }
    assertThat(entries())
        .anyMatch(entry -> entry.contains("\"compression\":\"gzip\""))
        .noneMatch(entry -> entry.contains("zstd"));
  }

  private ForkedJvm program() {
    return ForkedJvm.of(Compresses.class).in(directory);
  }

  private static Path otherZstd() {
    try (Stream<Path> jars = Files.list(Path.of("target", "other-versions").toAbsolutePath())) {
      return jars.filter(jar -> jar.toString().contains("zstd-jni-")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> entries() {
    return files().stream()
        .filter(file -> file.toString().endsWith(".json"))
        .map(NativeLibraryIT::text)
        .toList();
  }

  private String onlyRun() {
    Path runs = directory.resolve(".cairn/runs");
    Path entry =
        files().stream().filter(file -> file.endsWith("00000002.json")).findFirst().orElseThrow();
    Path run = runs.relativize(entry.getParent());
    return run.getName(0) + "/" + run.getName(1).toString().substring(0, 8) + "/" + run.getName(2);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(directory.resolve(".cairn/runs"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
