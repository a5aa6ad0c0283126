package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Waiting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Stages that are waited for. */
@Execution(ExecutionMode.CONCURRENT)
class WaitingIT {
  @TempDir Path directory;

  private Attempts waiting(String kind) {
    Attempts attempts = Attempts.of(Waiting.class, directory);
    return new Attempts(attempts.program().withArguments(kind), directory);
  }

  @Test
  void anInterruptEndsTheTriesWithTheInputsPutBack() {
    Ended ended = waiting("interrupted").run();

    assertThat(ended.out()).isEqualTo("[start] failed, interrupted\n");
    assertThat(ended.status()).isZero();
  }

  /** Its shutdown hook waits for the worker, which waits an hour before its second try. */
  @Test
  void aJvmThatShutsDownEndsTheTries() {
    Ended ended = waiting("shut-down").run();

    assertThat(ended.out()).isEqualTo("[start] failed\n");
    assertThat(ended.status()).isZero();
  }

  @Test
  void resultsThatCameLaterAreRestored() {
    waiting("asking").haltedAt("returned answers");

    Ended resumed = waiting("asking").run();

    assertThat(resumed.out()).isEqualTo("answer to question, answer to another question\n");
    assertThat(resumed.err()).contains("complete: 0 executed, 2 restored, 0 unprotected");
    assertThat(waiting("asking").diary()).containsOnlyOnce("begin question");
  }
}
