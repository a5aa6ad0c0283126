package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Hands;
import dev.cairn.it.runs.program.Scopes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** To which run a stage belongs, on whatever thread it is called. */
@Execution(ExecutionMode.CONCURRENT)
class ScopesIT {
  @TempDir Path directory;

  private Attempts scopes(String kind) {
    Attempts attempts = Attempts.of(Scopes.class, directory);
    return new Attempts(attempts.program().withArguments(kind), directory);
  }

  private Attempts hands() {
    Attempts attempts = Attempts.of(Hands.class, directory);
    return new Attempts(attempts.program().withArguments("today"), directory);
  }

  @Test
  void stagesOutsideAnyRunRunWithOneWarning() {
    Ended ended = scopes("outside").run();

    assertThat(ended.out()).isEqualTo("25\n");
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("Scopes.square is NOT protected")
        .contains("@Pipeline");
  }

  @Test
  void aPipelineInsideARunIsAStageOfIt() {
    scopes("inside").haltedAt("returned inner");

    Ended resumed = scopes("inside").run();

    assertThat(resumed.out()).isEqualTo("62\n");
    assertThat(resumed.err()).contains("0 executed, 1 restored").doesNotContain("run inner/");
    assertThat(scopes("inside").diary()).containsOnlyOnce("begin inner");
  }

  @Test
  void threadsThatAreOlderThanTheRunBelongToTheOnlyOneThatIsOpen() {
    scopes("pool").haltedAt("returned squares");

    Ended resumed = scopes("pool").run();

    assertThat(resumed.out()).isEqualTo("29\n");
    assertThat(resumed.err()).contains("0 executed, 3 restored, 0 unprotected");
  }

  @Test
  void virtualThreadsBelongToTheRunThatTheyWereBornIn() {
    assumeTrue(Runtime.version().feature() >= 21, "needs virtual threads");
    scopes("virtual").haltedAt("returned squares");

    Ended resumed = scopes("virtual").run();

    assertThat(resumed.out()).isEqualTo("29\n");
    assertThat(resumed.err()).contains("0 executed, 3 restored, 0 unprotected");
  }

  @Test
  void whileTwoRunsAreOpenAPoolThreadBelongsToTheOneThatWasHandedOver() {
    Ended ended = scopes("two").run();

    assertThat(ended.out()).isEqualTo("34\n");
    assertThat(ended.err())
        .contains("executed Scopes.square")
        .contains("Scopes.cube is NOT protected")
        .contains("Cairn.wrap");
    assertThat(ended.err().lines().filter(line -> line.contains("complete: 1 executed")))
        .hasSize(2);
  }

  @Test
  void whileTwoRunsAreOpenACallBelongsToTheOneThatHadItsArguments() {
    Ended ended = scopes("contexts").run();

    assertThat(ended.out()).isEqualTo("[one, worked][two, worked]\n");
    assertThat(ended.err()).doesNotContain("NOT protected");
    assertThat(ended.err().lines().filter(line -> line.contains("complete: 2 executed")))
        .hasSize(2);
  }

  @Test
  void threadsThatAnotherRunLeftBehindBelongToTheOneThatIsOpen() {
    Ended ended = scopes("reused").run();

    assertThat(ended.out()).isEqualTo("58\n");
    assertThat(
            ended.err().lines().filter(line -> line.contains("3 executed, 0 restored, 0 unprot")))
        .hasSize(2);
  }

  @Test
  void theCommonPoolBelongsToTheOnlyRunThatIsOpen() {
    scopes("borrowed").haltedAt("returned squares");

    Ended resumed = scopes("borrowed").run();

    assertThat(resumed.out()).isEqualTo("54\n");
    assertThat(resumed.err()).contains("0 executed, 4 restored, 0 unprotected");
  }

  @Test
  void aSecondCallWithTheSameKeyRunsUnprotected() {
    Ended ended = scopes("twice").run();

    assertThat(ended.out()).isEqualTo("72\n");
    assertThat(ended.err())
        .contains("unprotected meeting")
        .contains("already open in this process");
  }

  @Test
  void runsAndStagesByHandAreAsThoseWithAnnotations() {
    hands().haltedAt("returned elsewhere");

    Ended resumed = hands().run();

    assertThat(resumed.out()).isEqualTo("[one, two, counted 2, made 2 on elsewhere]\n");
    assertThat(resumed.err()).contains("resumed run hands/").contains("0 executed, 3 restored");
    assertThat(hands().repeated()).isEmpty();
  }
}
