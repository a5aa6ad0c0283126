package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.it.Attempts;
import dev.cairn.it.CommandLine;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A store that takes what is small and has no room for what is large. */
@Execution(ExecutionMode.CONCURRENT)
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskIT {
  /** In units of 512 or 1024 bytes, as the shell will have it. */
  private static final String LARGEST_FILE = "200";

  /** As large as is said, with what is left over of it copied out at the end. */
  private static final String ON_A_SMALL_DISK =
      "mount -t tmpfs -o size=$1 none store && shift && eval \"$1\" && shift && \"$@\"; status=$?;"
          + " rm -f store/filler; cp -r store left; exit $status";

  private static final String NOTHING = "true";
  private static final String FILL =
      "head -c 262144 /dev/urandom > store/reserve; head -c 9000000 /dev/zero > store/filler"
          + " 2>/dev/null || true";

  @TempDir Path directory;

  private Attempts pages() {
    return Attempts.of(Pages.class, directory);
  }

  private static Ended onAFullDisk(ForkedJvm program) {
    return program
        .withOption("-XX:-UsePerfData")
        .startBy("sh", "-c", "ulimit -f " + LARGEST_FILE + "; exec \"$@\"", "sh")
        .await();
  }

  @Test
  void theProgramIsUnharmedAndOneLineSaysWhatIsWrong() {
    Ended without = pages().withoutAgent();

    Ended ended = onAFullDisk(pages().underAgent());

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).isEqualTo(without.out());
    assertThat(ended.foreignLines()).isEmpty();
    assertThat(ended.err().lines().filter(line -> line.contains("unprotected Pages.fill")))
        .singleElement()
        .asString()
        .contains(pages().store().toString())
        .doesNotContain("please report");
    assertThat(ended.err()).doesNotContain("SWITCHED OFF");
  }

  @Test
  void whatWasCommittedBeforeIsRestoredWhenThereIsRoomAgain() throws IOException {
    Ended without = pages().withoutAgent();
    Files.delete(directory.resolve("diary.txt"));
    Ended halted = onAFullDisk(pages().underAgent().withProperty("halt.at", "returned read"));

    Ended resumed = pages().run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(137);
    assertThat(resumed.out()).as("%s%n%s", halted, resumed).isEqualTo(without.out());
    assertThat(resumed.err()).contains("resumed run pages/").contains("restored Pages.note");
    assertThat(pages().diary().stream().filter("begin note pages"::equals)).hasSize(1);
  }

  private Ended onASmallDisk(String size, String before) throws IOException, InterruptedException {
    Files.createDirectory(directory.resolve("store"));
    Process trial =
        new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt").start();
    assumeTrue(trial.waitFor() == 0, "this machine lets no user mount a file system of their own");
    String[] words = {"unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", size, before};
    return pages().underAgent().startBy(words).await();
  }

  private Ended left(String command) {
    return new CommandLine(directory.resolve("left")).run(command);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsSmallIsStillSavedAndTheRunEndsWhereTheLargestStateHasNoRoom()
      throws IOException, InterruptedException {
    Ended ended = onASmallDisk("900k", NOTHING);

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.err())
        .contains("unprotected Pages.fill", "expected room for")
        .doesNotContain("unprotected Pages.note");
    assertThat(left("runs").out()).contains("pages/").contains("complete");
    assertThat(left("verify").status()).isZero();
    assertThat(directory.resolve("left/reserve")).exists();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onADiskThatIsFullFromTheBeginningARunFindsRoomInTheReserve()
      throws IOException, InterruptedException {
    Ended ended = onASmallDisk("900k", FILL);

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.err()).doesNotContain("unprotected Pages.note");
    assertThat(left("runs").out()).contains("pages/").contains("complete");
    assertThat(directory.resolve("left/reserve")).doesNotExist();
  }
}
