package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.program.Harvest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipeline is halted once, before, in and after every body, and started again. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class CrashAtEveryPointIT {
  private Reference reference;

  @BeforeAll
  void runWithoutCairn(@TempDir Path directory) {
    reference = Reference.of(Attempts.of(Harvest.class, directory));
  }

  @Test
  void aRunThatIsNotInterruptedIsAsWithoutCairn(@TempDir Path directory) {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    Ended ended = attempts.run();

    reference.isReachedBy(attempts, ended);
    assertThat(ended.err()).contains("complete: 13 executed, 0 restored, 0 unprotected");
  }

  @ParameterizedTest(name = "after \"{0}\"")
  @MethodSource("points")
  void theSameCommandFinishesWhatACrashCutOff(String point, @TempDir Path directory) {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    Ended halted = attempts.haltedAt(point);
    Ended resumed = attempts.run();

    reference.isBegunBy(halted);
    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("resumed run harvest/");
  }

  Stream<String> points() {
    return Spread.of(reference.notes()).stream();
  }
}
