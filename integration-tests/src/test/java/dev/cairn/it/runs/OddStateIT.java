package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Odd;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs and results that no snapshot can hold. */
@Execution(ExecutionMode.CONCURRENT)
class OddStateIT {
  @TempDir Path directory;

  private Attempts odd(String what) {
    Attempts attempts = Attempts.of(Odd.class, directory);
    return new Attempts(attempts.program().withArguments(what), directory);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "connection, Odd.connect, work.connection.socket, java.net.ServerSocket",
    "iterator, Odd.consume, names, iterator",
    "stream, Odd.produce, return, stream",
  })
  void theErrorNamesPathClassAndRemedyAndTheProgramGoesOn(
      String what, String stage, String path, String type) {
    String without = odd(what).withoutAgent().out();

    Ended ended = odd(what).run();

    assertThat(ended.out()).isEqualTo(without);
    assertThat(ended.err().lines().filter(line -> line.contains("unprotected " + stage)))
        .singleElement()
        .asString()
        .contains(path)
        .contains(type)
        .contains("@Unsaved")
        .doesNotContain("report");
    assertThat(ended.err()).contains("complete: 1 executed, 0 restored, 1 unprotected");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"connection", "iterator", "stream", "future", "lambda"})
  void theOddStageRunsAgainAfterACrashAndTheResultIsTheSame(String what) {
    String without = odd(what).withoutAgent().out();
    odd(what).haltedAt("returned finish");

    Ended resumed = odd(what).run();

    assertThat(resumed.out()).as("%s", resumed).isEqualTo(without);
  }

  @Test
  void stateBeyondTheLimitIsNotProtectedAndOneLineSaysSo() {
    Ended ended = odd("large").withProperty("cairn.state.max", "1MiB").run();

    assertThat(ended.out()).isEqualTo("[filled, finished]\n");
    assertThat(ended.err().lines().filter(line -> line.contains("cairn.state.max")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("[cairn] unprotected"));
  }

  @Test
  void aSaveThatFailsStopsTheProgramWhereThatIsWanted() {
    Ended ended = odd("connection").withProperty("cairn.on-save-error", "fail").run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("dev.cairn.SaveException")
        .contains("work.connection.socket")
        .doesNotContain("report");
  }
}
