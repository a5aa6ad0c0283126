package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Steps;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which run a call opens or resumes, and how settings choose another. */
@Execution(ExecutionMode.CONCURRENT)
class RunChoiceIT {
  private static final Pattern RUN = Pattern.compile("run (steps/[0-9a-f]{8}/[0-9]+)");

  @TempDir Path directory;
  private ForkedJvm monday;

  @BeforeEach
  void prepare() {
    monday = Attempts.of(Steps.class, directory).underAgent().withArguments("monday", 3);
  }

  /** Starts a run that comes to its second step, and returns its name. */
  private String unfinished() {
    Ended halted = monday.withProperty("halt.at", "begin step 2").run();
    assertThat(halted.status()).as("%s", halted).isEqualTo(137);
    return nameIn(halted);
  }

  private static String nameIn(Ended ended) {
    Matcher name = RUN.matcher(ended.err());
    assertThat(name.find()).as("%s", ended).isTrue();
    return name.group(1);
  }

  @Test
  void anotherKeyIsAnotherRun() {
    unfinished();

    Ended ended = monday.withArguments("tuesday", 3).run();

    assertThat(ended.err()).contains("new run steps/").contains(" 3 executed, 0 restored");
  }

  @Test
  void onlyTheKeyDecidesWhichRunIsResumed() {
    unfinished();

    Ended ended = monday.withArguments("monday", 4).run();

    assertThat(ended.out()).isEqualTo("sum 1234\n");
    assertThat(ended.err()).contains("resumed run").contains(" 3 executed, 1 restored");
  }

  @Test
  void aCompleteRunIsFollowedByANewOne() {
    String first = nameIn(monday.run());

    Ended second = monday.run();

    assertThat(first).endsWith("/1");
    assertThat(nameIn(second)).endsWith("/2");
    assertThat(second.err()).contains(" 3 executed, 0 restored");
  }

  @Test
  void freshNeverResumes() {
    unfinished();

    Ended ended = monday.withProperty("cairn.fresh", true).run();

    assertThat(nameIn(ended)).endsWith("/2");
    assertThat(ended.err()).contains("new run").contains(" 3 executed, 0 restored");
  }

  @Test
  void resumeGoesOnWithExactlyTheRunThatIsNamed() {
    String first = unfinished();
    monday.withProperty("cairn.fresh", true).run();

    Ended ended = monday.withProperty("cairn.resume", first).run();

    assertThat(ended.out()).isEqualTo("sum 123\n");
    assertThat(ended.err()).contains("resumed run " + first).contains(" 2 executed, 1 restored");
  }

  @Test
  void resumeOfARunThatIsNotThereIsRefusedAndNothingRuns() {
    Ended ended = monday.withProperty("cairn.resume", "steps/00000000/9").run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("Cannot resume run steps/00000000/9")
        .contains("cairn.jar runs")
        .doesNotContain("report");
  }

  @Test
  void resumeOfARunOfAnotherKeyIsRefusedAndNothingRuns() {
    String first = unfinished();

    Ended ended = monday.withArguments("tuesday", 3).withProperty("cairn.resume", first).run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Cannot resume run " + first).contains("key");
  }

  @Test
  void resumeOfACompleteRunIsRefusedAndNothingRuns() {
    String first = nameIn(monday.run());

    Ended ended = monday.withProperty("cairn.resume", first).run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Cannot resume run " + first).contains("complete");
  }

  @Test
  void aKeyThatIsSetReplacesTheParameters() {
    monday.withProperty("cairn.run.key", "both").withProperty("halt.at", "begin step 2").run();

    Ended ended = monday.withArguments("tuesday", 3).withProperty("cairn.run.key", "both").run();

    assertThat(ended.err()).contains("resumed run").contains(" 2 executed, 1 restored");
  }

  @Test
  void aRunThatIsTooOldIsNotResumedAndTheCommandThatResumesItIsNamed() {
    String first = unfinished();

    Ended ended = monday.withProperty("cairn.resume.within", "1ms").run();

    assertThat(nameIn(ended)).isEqualTo(first);
    assertThat(ended.err())
        .contains("-Dcairn.resume=" + first)
        .contains("new run " + first.replaceFirst("/1$", "/2"))
        .contains(" 3 executed, 0 restored");
  }

  @Test
  void switchedOffNothingIsKept() {
    Ended ended = monday.withProperty("cairn.enabled", false).run();

    assertThat(ended.out()).isEqualTo("sum 123\n");
    assertThat(ended.err()).isEmpty();
    assertThat(directory.resolve("store")).doesNotExist();
  }
}
