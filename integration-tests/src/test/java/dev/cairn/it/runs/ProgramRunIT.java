package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.ForkedJvm.Running;
import dev.cairn.it.runs.program.Plain;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program without pipelines is a run: its main method, with its arguments as the key. */
@Execution(ExecutionMode.CONCURRENT)
class ProgramRunIT {
  private static final String RUN = Plain.class.getName() + ".main/";
  private static final String RESULT = "sum 123\n";

  @TempDir Path directory;

  private Attempts plain(String... arguments) {
    Attempts attempts = Attempts.of(Plain.class, directory);
    return new Attempts(attempts.program().withArguments((Object[]) arguments), directory);
  }

  @Test
  void aProgramThatIsKilledIsResumedByTheSameCommand() {
    plain("returns").haltedAt("begin step 2");

    Ended resumed = plain("returns").run();

    assertThat(resumed.out()).isEqualTo(RESULT);
    assertThat(resumed.err())
        .contains("resumed run " + RUN)
        .contains("(arguments=[\"returns\"])")
        .contains("complete: 2 executed, 1 restored, 0 unprotected");
  }

  @Test
  void otherArgumentsAreAnotherRun() {
    plain("returns").haltedAt("begin step 2");

    Ended other = plain("returns", "more").run();

    assertThat(other.err()).contains("new run " + RUN).contains("complete: 3 executed, 0 restored");
  }

  @Test
  void argumentsThatLookSecretAreNeitherShownNorPartOfTheKey() {
    plain("returns", "--password", "one").haltedAt("begin step 2");

    Ended resumed = plain("returns", "--password", "two").run();

    assertThat(resumed.err()).contains("resumed run").contains("--password").doesNotContain("two");
  }

  /** The second start shows what the first one's end meant. */
  @ParameterizedTest
  @ValueSource(strings = {"returns", "exits", "exits-in-a-worker", "leaves-threads"})
  void whereTheProgramEndsWellTheNextStartIsANewRun(String how) {
    Ended first = plain(how).withProperty("healthy", true).run();

    Ended second = plain(how).withProperty("healthy", true).run();

    assertThat(first.status()).as("%s", first).isZero();
    assertThat(first.err()).contains("complete: 3 executed, 0 restored, 0 unprotected");
    assertThat(first.foreignLines()).isEmpty();
    assertThat(second.out()).isEqualTo(RESULT);
    assertThat(second.err()).containsPattern("new run " + RUN + "[0-9a-f]{8}/2 ");
  }

  @Test
  void anExceptionInAThreadThatMainLeftIsTheProgramsAffair() {
    Ended ended = plain("leaves-a-failing-thread").run();

    assertThat(ended.status()).isZero();
    assertThat(ended.err()).contains("the program fails").contains("complete: 3 executed");
  }

  @ParameterizedTest
  @CsvSource({
    "exits, 3, exit status 3",
    "exits-in-a-worker, 3, exit status 3",
    "exits-in-a-stage, 0, exit status 0 while exit was open",
    "throws, 1, an exception in main",
  })
  void whereItEndsBadlyTheRunIsResumed(String how, int status, String told) {
    Ended first = plain(how).run();

    Ended second = plain(how).withProperty("healthy", true).run();

    assertThat(first.status()).as("%s", first).isEqualTo(status);
    assertThat(first.err()).contains(" unfinished: 3 executed").contains(told).contains("resume: ");
    assertThat(second.status()).as("%s", second).isZero();
    assertThat(second.err()).contains("resumed run " + RUN).contains(" 3 restored, 0 unprotected");
  }

  @ParameterizedTest
  @CsvSource({
    "TERM, waits",
    "TERM, leaves-a-waiting-thread",
    "INT, waits",
    "KILL, waits",
    "KILL, leaves-a-waiting-thread",
  })
  void aSignalLeavesTheRunUnfinished(String signal, String how) throws Exception {
    Running waiting = plain(how).underAgent().start().awaitLine("at the gate");
    signal(signal, waiting);
    Ended signalled = waiting.await();

    Ended second = plain(how).withProperty("healthy", true).run();

    assertThat(signalled.status()).isGreaterThan(128);
    assertThat(signalled.err()).doesNotContain("complete:");
    assertThat(second.err()).contains("complete: 0 executed, 3 restored, 0 unprotected");
  }

  private static void signal(String name, Running to) throws IOException, InterruptedException {
    String pid = String.valueOf(to.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void aServerIsNoRun() {
    Ended ended = plain("listens").run();

    assertThat(ended.out()).isEqualTo(RESULT + "true\n");
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("stages are NOT protected", "listens on port", "@Pipeline");
  }

  @Test
  void aProgramThatBecomesAServerLeavesItsRun() {
    plain("listens-later").run();

    Ended second = plain("listens-later").run();

    assertThat(second.out()).isEqualTo("sum 123\ntrue\n");
    assertThat(second.err())
        .contains("restored step")
        .contains(" unfinished: 0 executed, 1 restored")
        .contains("stages are NOT protected: this JVM listens on port");
  }

  @Test
  void whereTheUserWantsItThereIsNoSuchRun() {
    Ended ended = plain("returns").withProperty("cairn.implicit", false).run();

    assertThat(ended.out()).isEqualTo(RESULT);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("stages are NOT protected", "cairn.implicit", "@Pipeline");
  }
}
