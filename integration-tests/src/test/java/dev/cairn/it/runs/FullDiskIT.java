package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
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
}
