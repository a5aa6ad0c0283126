package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Days;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code @Key} on a parameter means, and results that are returned again. */
@Execution(ExecutionMode.CONCURRENT)
class KeysIT {
  @TempDir Path directory;

  private ForkedJvm days(Object... arguments) {
    return Attempts.of(Days.class, directory).underAgent().withArguments(arguments);
  }

  private Attempts attempts() {
    return Attempts.of(Days.class, directory);
  }

  @Test
  void theResultOfACompleteRunIsReturnedWithoutRunningAnything() {
    Ended first = days("asked", "monday", 1).run();

    Ended second = days("asked", "monday", 1).run();

    assertThat(second.out()).isEqualTo(first.out()).isEqualTo("[monday at 1, monday at 1]\n");
    assertThat(second.err()).contains("its result is returned");
    assertThat(attempts().diary()).containsExactly("run", "begin add", "added");
  }

  @Test
  void aResultThatHoldsAParameterHoldsTheOneOfTheCall() {
    days("holding", "monday", 1).run();

    Ended second = days("holding", "monday", 1).run();

    assertThat(second.out()).isEqualTo("[given, monday] true\n");
    assertThat(attempts().diary()).containsExactly("run");
  }

  @Test
  void aRunThatChangedItsParametersIsNoAnswer() {
    days("filling", "monday", 1).run();

    Ended second = days("filling", "monday", 1).run();

    assertThat(second.out()).isEqualTo("1 [monday]\n");
    assertThat(second.err()).contains("is not kept").contains("parameters were changed");
    assertThat(attempts().diary()).containsExactly("run", "begin add", "run", "begin add");
  }

  @Test
  void aRunThatWasResumedWithOtherParametersIsNoAnswerToTheFirst() {
    days("asked", "monday", 1).withProperty("halt.at", "begin add").run();
    days("asked", "monday", 2).run();

    Ended third = days("asked", "monday", 1).run();

    assertThat(third.out()).isEqualTo("[monday at 1, monday at 1]\n");
  }

  @Test
  void aCompleteRunWithOtherParametersIsNoAnswer() {
    days("asked", "monday", 1).run();

    Ended second = days("asked", "monday", 2).run();

    assertThat(second.out()).isEqualTo("[monday at 2, monday at 2]\n");
    assertThat(second.err()).containsPattern("new run asked/[0-9a-f]{8}/2");
  }

  @Test
  void aStageWithAKeyIsFoundThoughSomethingThatItOnlyReadsDiffers() {
    days("keyed", "monday", 1).withProperty("halt.at", "returned measure south").run();

    Ended resumed = days("keyed", "monday", 2).run();

    assertThat(resumed.out()).isEqualTo("[north true, south true] at 2\n");
    assertThat(resumed.err()).contains("0 executed, 2 restored");
  }

  @Test
  void aStageWithAKeyRunsAgainIfSomethingThatItChangesDiffers() {
    days("keyed", "monday", 1).withProperty("halt.at", "returned measure south").run();

    Ended resumed = days("keyed", "monday", 1).withProperty("more", true).run();

    assertThat(resumed.out()).isEqualTo("[more, north true, south true] at 1\n");
    assertThat(resumed.err()).contains("2 executed, 0 restored").contains("readings.lines");
  }
}
