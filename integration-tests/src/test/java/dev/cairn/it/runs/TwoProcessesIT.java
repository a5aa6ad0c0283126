package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.CommandLine;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.ForkedJvm.Running;
import dev.cairn.it.runs.program.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Several processes that want the same run. */
@Execution(ExecutionMode.CONCURRENT)
class TwoProcessesIT {
  private static final String RESULT = "sum 1234\n";

  @TempDir Path directory;
  private ForkedJvm steps;
  private Attempts attempts;

  @BeforeEach
  void prepare() {
    attempts = Attempts.of(Steps.class, directory);
    steps = attempts.underAgent().withArguments("monday", 4);
  }

  private Running startedUntilStep(int number, String... options) {
    ForkedJvm jvm = steps.withProperty("gate", number);
    for (String option : options) {
      jvm = jvm.withOption(option);
    }
    return jvm.start().awaitLine("at the gate");
  }

  @Test
  void theSecondWaitsAndTakesOverAtOnceWhenTheFirstIsKilled() {
    Running first = startedUntilStep(3);
    Running second = steps.start().awaitErrorLine("waiting for run steps/");

    first.kill();
    Ended ended = second.await();

    assertThat(ended.out()).isEqualTo(RESULT);
    assertThat(ended.err())
        .contains("process " + first.process().pid())
        .contains("resumed run steps/")
        .contains("2 executed, 2 restored, 0 unprotected");
    assertThat(attempts.repeated()).isEmpty();
  }

  @Test
  void theSecondBeginsARunOfItsOwnWhenTheFirstFinishes() {
    Running first = startedUntilStep(3);
    Running second = steps.start().awaitErrorLine("waiting for run steps/");

    Ended firstEnded = first.type("go on").await();
    Ended secondEnded = second.await();

    assertThat(firstEnded.out()).endsWith(RESULT);
    assertThat(secondEnded.out()).isEqualTo(RESULT);
    assertThat(secondEnded.err()).containsPattern("new run steps/[0-9a-f]{8}/2 ");
    assertThat(secondEnded.err()).contains("4 executed, 0 restored, 0 unprotected");
  }

  @Test
  void aStoppedOwnerKeepsItsRunUntilItsTimeIsUp() throws Exception {
    Running first = startedUntilStep(3, "-Dcairn.heartbeat.ttl=100s");
    signal("STOP", first);
    Running second = steps.start().awaitErrorLine("waiting for run steps/");

    signal("CONT", first);
    Ended firstEnded = first.type("go on").await();
    Ended secondEnded = second.await();

    assertThat(firstEnded.out()).endsWith(RESULT);
    assertThat(firstEnded.err()).contains("complete: 4 executed");
    assertThat(secondEnded.err()).containsPattern("new run steps/[0-9a-f]{8}/2 ");
  }

  @Test
  void anOwnerStoppedForTooLongLosesItsRunAndCommitsNothingMore() throws Exception {
    Running first = startedUntilStep(3, "-Dcairn.heartbeat.ttl=1s");
    signal("STOP", first);
    Ended second = steps.run();

    signal("CONT", first);
    Ended fenced = first.type("go on").await();

    assertThat(second.out()).isEqualTo(RESULT);
    assertThat(second.err()).contains("2 executed, 2 restored, 0 unprotected");
    assertThat(fenced.status()).isEqualTo(1);
    assertThat(fenced.out()).doesNotContain("sum");
    assertThat(fenced.err())
        .contains("dev.cairn.FencedException")
        .contains("another process has taken")
        .contains("taken over by another process: 2 executed");
    assertThat(attempts.diary()).containsOnlyOnce("begin step 4");
    assertThat(shown()).contains("complete");
  }

  @Test
  void anOwnerThatLostItsRunInTheLastStageIsToldAtTheEnd() throws Exception {
    Running first = startedUntilStep(4, "-Dcairn.heartbeat.ttl=1s");
    signal("STOP", first);
    Ended second = steps.run();

    signal("CONT", first);
    Ended fenced = first.type("go on").await();

    assertThat(second.out()).isEqualTo(RESULT);
    assertThat(fenced.status()).isEqualTo(1);
    assertThat(fenced.out()).doesNotContain("sum");
    assertThat(fenced.err()).contains("dev.cairn.FencedException");
    assertThat(shown()).contains("complete");
  }

  @Test
  void manyAtOnceDoNotDisturbEachOther() {
    List<Running> all = Stream.generate(steps::start).limit(5).toList();

    List<Ended> ended = all.stream().map(Running::await).toList();

    assertThat(ended).allSatisfy(one -> assertThat(one.out()).isEqualTo(RESULT));
    assertThat(ended).allSatisfy(one -> assertThat(one.err()).contains(" complete: 4 executed"));
  }

  private static void signal(String name, Running to) throws IOException, InterruptedException {
    String pid = String.valueOf(to.process().pid());
    int status = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    assertThat(status).isZero();
  }

  /** What the command line says of the only run; it fails if anything is damaged. */
  private String shown() {
    Ended shown = new CommandLine(attempts.store()).run("show", runName());
    assertThat(shown.status()).as("%s", shown).isZero();
    return shown.out();
  }

  private String runName() {
    Ended runs = new CommandLine(attempts.store()).run("runs");
    return runs.out()
        .lines()
        .filter(line -> line.startsWith("steps/"))
        .findFirst()
        .orElseThrow()
        .split(" ", -1)[0];
  }
}
