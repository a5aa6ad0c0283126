package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.OddEnds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages that end the JVM, or throw what nobody expects. */
@Execution(ExecutionMode.CONCURRENT)
class OddEndsIT {
  @TempDir Path directory;

  private Attempts program(String how) {
    Attempts attempts = Attempts.of(OddEnds.class, directory);
    return new Attempts(attempts.program().withArguments(how), directory);
  }

  @ParameterizedTest
  @CsvSource({
    "exit, 3, about to exit",
    "error, 1, about to fail",
    "memory, 1, about to fill the heap",
  })
  void theRunStaysUnfinishedAndIsResumed(String how, int status, String done) {
    Ended ended = program(how).run();

    Ended resumed = program(how).withProperty("healthy", true).run();

    assertThat(ended.status()).as("%s", ended).isEqualTo(status);
    assertThat(ended.err()).contains("executed OddEnds.append").doesNotContain("please report");
    assertThat(resumed.out()).as("%s", resumed).isEqualTo("[first, " + done + ", last]\n");
    assertThat(resumed.err())
        .contains("resumed run odd-ends/")
        .contains("complete: 2 executed, 1 restored, 0 unprotected");
  }

  @Test
  void aProgramThatGoesOnWithoutMemoryIsStillProtected() {
    Ended without = program("caught").withoutAgent();
    program("caught").haltedAt("returned last");

    Ended resumed = program("caught").run();

    assertThat(resumed.out()).as("%s", resumed).isEqualTo(without.out());
    assertThat(resumed.err()).contains("complete: 0 executed, 2 restored, 0 unprotected");
  }

  /**
   * The stack ends in the program: Cairn begins nothing where it could end in its own code, and the
   * calls after it are as ever.
   */
  @Test
  void whereTheStackEndsInNestedStagesTheCallsAfterItAreStillRight() {
    Ended without = program("overflow").withoutAgent();
    Ended halted = program("overflow").haltedAt("returned last");

    Ended resumed = program("overflow").run();

    assertThat(halted.err())
        .contains("executed OddEnds.append · first attempt")
        .contains("unprotected OddEnds.nested · the thread's stack is too full for Cairn")
        .doesNotContain("please report")
        .doesNotContain("SWITCHED OFF");
    assertThat(resumed.out()).as("%s", resumed).isEqualTo(without.out());
    assertThat(resumed.err().lines().filter(line -> line.startsWith("[cairn] restored ")))
        .allMatch(line -> line.startsWith("[cairn] restored OddEnds.append · "))
        .hasSize(2);
  }
}
