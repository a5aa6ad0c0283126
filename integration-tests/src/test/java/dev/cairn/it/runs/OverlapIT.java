package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Overlap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Stages that are open at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class OverlapIT {
  @TempDir Path directory;

  private Attempts overlap(String how) {
    Attempts attempts = Attempts.of(Overlap.class, directory);
    return new Attempts(attempts.program().withArguments(how), directory);
  }

  @Test
  void stagesThatChangeOneObjectAtOnceAreNotProtectedAndRunAgain() {
    Ended halted = overlap("shared").haltedAt("returned finish");

    Ended resumed = overlap("shared").run();

    assertThat(halted.err().lines().filter(line -> line.contains("changed while")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("unprotected").contains("shared"));
    assertThat(resumed.out()).isEqualTo("[finished] [] left right\n");
    assertThat(resumed.err()).contains("0 executed, 1 restored, 2 unprotected");
  }

  @Test
  void stagesThatChangeDifferentObjectsAtOnceAreBothRestored() {
    overlap("apart").haltedAt("returned both");

    Ended resumed = overlap("apart").run();

    assertThat(resumed.out()).isEqualTo("[left, finished] [right]  \n");
    assertThat(resumed.err()).contains("1 executed, 2 restored, 0 unprotected");
  }
}
