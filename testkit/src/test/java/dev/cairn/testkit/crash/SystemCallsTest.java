package dev.cairn.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Effect;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Sabotage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded is what the system is asked for. Skipped where there is no strace. */
@Tag("once")
class SystemCallsTest {
  @TempDir Path folder;

  /** Those between them do everything. */
  static IntStream plays() {
    return IntStream.of(0, 3, 4);
  }

  @ParameterizedTest
  @MethodSource("plays")
  void theSystemIsAskedForWhatIsRecorded(int play) throws Exception {
    assumeTrue(status(List.of("strace", "-f", "true")) == 0, "strace cannot be used here");
    Path root = Files.createDirectory(folder.toRealPath().resolve("disk"));
    Path trace = folder.resolve("trace");

    assertThat(status(traced(play, root, trace))).isZero();

    List<String> calls = new SystemCalls(root).traced(trace);
    assertThat(afterTheTryOut(calls)).isEqualTo(recorded(play));
  }

  private List<String> traced(int play, Path root, Path trace) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
            List.of("strace", "-f", "-y", "-qq", "-s", "0", "-e", SystemCalls.TRACED),
            List.of(
                "-o", trace.toString(), java.toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1"),
            List.of("-cp", System.getProperty("java.class.path"), TracedPlays.class.getName()),
            List.of(Integer.toString(play), root.toString()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private int status(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("output").toFile())
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  private static List<String> recorded(int play) {
    Disk disk = new Disk(new Inodes());
    Plays.all().get(play).perform(new Stage(disk::mount, new Journal(disk), () -> Sabotage.NONE));
    List<Effect> effects = disk.effects();
    return effects.subList(CrashStates.beginning(effects), effects.size()).stream()
        .map(SystemCalls::recorded)
        .toList();
  }

  private static List<String> afterTheTryOut(List<String> calls) {
    int last =
        IntStream.range(0, calls.size())
            .filter(at -> calls.get(at).contains("/tmp/cairn-probe-"))
            .max()
            .orElse(-1);
    return calls.subList(last + 1, calls.size());
  }

  @Test
  void readsWhatStraceWrote() throws IOException {
    Path trace = folder.resolve("trace");
    Files.writeString(
        trace,
        """
        12 openat(AT_FDCWD</home>, "/disk/tmp/cairn-1f-2.tmp", O_WRONLY|O_CREAT|O_EXCL, 0600) = 7</x>
        12 write(7</disk/tmp/cairn-1f-2.tmp>, ""..., 9 <unfinished ...>
        13 openat(AT_FDCWD</home>, "/disk/a", O_RDONLY) = 8</disk/a>
        12 <... write resumed>)             = 5
        12 fsync(7</disk/tmp/cairn-1f-2.tmp>) = 0
        12 fdatasync(7</disk/tmp/cairn-1f-2.tmp>) = 0
        12 link("/disk/tmp/cairn-1f-2.tmp", "/disk/a") = -1 EEXIST (File exists)
        12 unlink("/elsewhere/a") = 0
        12 unlink("/disk/a") = 0
        """);

    List<String> calls = new SystemCalls(Path.of("/disk")).traced(trace);

    assertThat(calls)
        .containsExactly(
            "create /tmp/draft", "write /tmp/draft 5", "fsync /tmp/draft", "unlink /a");
  }
}
