package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Steps;
import dev.cairn.it.runs.program.Trouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Stages and pipelines that throw. */
@Execution(ExecutionMode.CONCURRENT)
class TroubleIT {
  @TempDir Path directory;

  private Attempts trouble(String kind) {
    Attempts attempts = Attempts.of(Trouble.class, directory);
    return new Attempts(attempts.program().withArguments(kind), directory);
  }

  @Test
  void aRunThatFailsIsResumedByTheCommandThatItsLastLineNames() {
    ForkedJvm steps = Attempts.of(Steps.class, directory).underAgent().withArguments("one", 3);
    Ended failed = steps.withProperty("fail.at", "end step 2").run();

    Ended resumed = steps.run();

    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err())
        .contains("ordered to fail at: end step 2")
        .contains("failed step")
        .contains(" unfinished: 1 executed")
        .contains("resume: ")
        .contains(Steps.class.getName() + " one 3");
    assertThat(resumed.out()).isEqualTo("sum 123\n");
    assertThat(resumed.err()).contains(" 2 executed, 1 restored");
  }

  @Test
  void aFailureThatTheProgramCatchesLeavesItsObjectsAsWithoutCairn() {
    String without = trouble("caught").withoutAgent().out();

    Ended ended = trouble("caught").run();

    assertThat(ended.out()).isEqualTo(without).contains("half").contains("broken off");
    assertThat(ended.err()).contains("failed Trouble.breakOff").contains("stay as it left them");
    assertThat(ended.err()).contains("complete: 2 executed");
  }

  @Test
  void aFailureThatTheProgramCaughtIsNotReplayedButWhatCameAfterIsRestored() {
    String without = trouble("caught").withoutAgent().out();
    trouble("caught").haltedAt("returned last");

    Ended resumed = trouble("caught").run();

    assertThat(resumed.out()).isEqualTo(without);
    assertThat(resumed.err())
        .contains("failed Trouble.breakOff")
        .contains("0 executed, 2 restored");
  }

  @Test
  void aStageIsTriedAgainWithItsInputsPutBack() {
    Ended ended = trouble("retried").run();

    assertThat(ended.out()).isEqualTo("[start tried+, start tried+, last] tries 1\n");
    assertThat(trouble("retried").diary())
        .containsExactly(
            "begin fail twice",
            "begin fail twice",
            "begin fail twice",
            "begin append last",
            "returned last");
    assertThat(ended.err()).contains("runs again, try 2").contains("runs again, try 3");
  }

  @Test
  void aStageThatSucceededAtItsThirdTryIsRestored() {
    trouble("retried").haltedAt("returned last");

    Ended resumed = trouble("retried").run();

    assertThat(resumed.out()).isEqualTo("[start tried+, start tried+, last] tries 1\n");
    assertThat(resumed.err()).contains("0 executed, 2 restored");
  }

  @Test
  void aStageThatAsksForItLeavesItsInputsAsTheyWere() {
    Ended ended = trouble("undone").run();

    assertThat(ended.out()).isEqualTo("[start++, caught, last] tries 0\n");
    assertThat(ended.err())
        .contains("its inputs are put back (discarded: ")
        .contains("), nothing is recorded");
  }

  @Test
  void aPipelineThatFailedIsResumedByTheNextCallInTheSameJvm() {
    Ended ended = trouble("again").run();

    assertThat(ended.out()).isEqualTo("the pipeline fails\n[start++, first, second] tries 0\n");
    assertThat(ended.err()).contains("resumed run failing/").contains("1 executed, 1 restored");
  }
}
