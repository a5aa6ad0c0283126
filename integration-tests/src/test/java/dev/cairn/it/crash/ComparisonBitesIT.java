package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.program.Harvest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The comparisons of the crash tests are shown to find what they are for. */
@Execution(ExecutionMode.CONCURRENT)
class ComparisonBitesIT {
  @TempDir Path directory;
  @TempDir Path elsewhere;

  @Test
  void stateThatIsNotRestoredIsSeenInTheResultAndInTheHeapAfterEachCall() {
    Reference reference = Reference.of(forgetful(elsewhere));
    Attempts attempts = forgetful(directory);
    reference.isBegunBy(attempts.haltedAt("begin tend north2"));

    Ended resumed = attempts.run();

    assertThat(resumed.status()).isZero();
    assertThat(resumed.out()).isNotEqualTo(reference.out());
    assertThat(line(resumed.out(), "result: ")).isNotEqualTo(line(reference.out(), "result: "));
    assertThat(line(resumed.out(), "heap after tend north0: "))
        .isNotEqualTo(line(reference.out(), "heap after tend north0: "));
  }

  private static Attempts forgetful(Path directory) {
    return Attempts.of(Harvest.class, directory).withProperty("forgetful", true);
  }

  private static String line(String text, String beginning) {
    return text.lines().filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
  }

  @Test
  void aFinishedStageThatRunsAgainIsSeenInTheDiary() throws IOException {
    Attempts attempts = Attempts.of(Harvest.class, directory);
    attempts.haltedAt("returned prune");
    Files.move(attempts.store(), directory.resolve("lost"));

    attempts.run();

    assertThat(attempts.repeated()).contains("plant", "tend north0", "ripen", "prune");
  }
}
