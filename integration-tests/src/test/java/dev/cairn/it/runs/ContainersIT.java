package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.ForkedJvm.Running;
import dev.cairn.it.runs.program.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processes that have one host name and one process number, each in a container of its own. */
@Execution(ExecutionMode.CONCURRENT)
class ContainersIT {
  /** A process begun by these words has the number 1 and sees no others. */
  private static final List<String> CONTAINER =
      List.of("unshare", "--fork", "--kill-child", "--pid", "--mount-proc");

  private static final String RESULT = "sum 1234\n";

  @TempDir Path directory;
  private Attempts attempts;
  private ForkedJvm steps;

  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    List<String> probe = new ArrayList<>(CONTAINER);
    probe.add("true");
    assumeTrue(new ProcessBuilder(probe).start().waitFor() == 0, "needs the right to unshare");
    attempts = Attempts.of(Steps.class, directory);
    steps = attempts.underAgent().withArguments("monday", 4);
  }

  private static Running inContainer(ForkedJvm jvm) {
    return jvm.withOption("-XX:-UsePerfData").startBy(CONTAINER.toArray(String[]::new));
  }

  @Test
  void aLiveOwnerWithTheSameNameAndNumberIsNotRobbed() {
    Running first = inContainer(steps.withProperty("gate", 3)).awaitLine("at the gate");
    Running second = inContainer(steps).awaitErrorLine("waiting for run steps/");

    Ended firstEnded = first.type("go on").await();
    Ended secondEnded = second.await();

    assertThat(firstEnded.out()).endsWith(RESULT);
    assertThat(firstEnded.err()).contains("complete: 4 executed");
    assertThat(secondEnded.err())
        .contains(": process 1 on ")
        .containsPattern("new run steps/[0-9a-f]{8}/2 ");
    assertThat(secondEnded.out()).isEqualTo(RESULT);
  }

  @Test
  void aDeadOneIsTakenOverWhenItHasBeenSilentForItsTime() {
    ForkedJvm mortal = steps.withProperty("gate", 3).withProperty("cairn.heartbeat.ttl", "1s");
    inContainer(mortal).awaitLine("at the gate").kill();

    Ended ended = inContainer(steps).await();

    assertThat(ended.out()).isEqualTo(RESULT);
    assertThat(ended.err())
        .contains("waiting for run steps/")
        .contains("2 executed, 2 restored, 0 unprotected");
    assertThat(attempts.repeated()).isEmpty();
  }
}
