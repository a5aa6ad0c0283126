package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.program.Harvest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that is resumed in a JVM that is set up in another way. */
@Execution(ExecutionMode.CONCURRENT)
class OtherJvmIT {
  @TempDir Path directory;
  @TempDir Path elsewhere;

  @Test
  void localeTimeZoneCollectorAndObjectLayoutMakeNoInputsDiffer() {
    Reference reference = Reference.of(Attempts.of(Harvest.class, elsewhere));
    Attempts attempts = Attempts.of(Harvest.class, directory);
    attempts.haltedAt("end store");

    Ended resumed = otherwise(attempts.underAgent()).run();

    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("1 executed, 9 restored");
  }

  private static ForkedJvm otherwise(ForkedJvm jvm) {
    return jvm.withProperty("user.language", "ar")
        .withProperty("user.timezone", "Pacific/Kiritimati")
        .withProperty("file.encoding", "ISO-8859-1")
        .withOption("-XX:-UseSerialGC")
        .withOption("-XX:+UseG1GC")
        .withOption("-XX:-UseCompressedOops")
        .withOption("-XX:+UnlockExperimentalVMOptions")
        .withOption("-XX:hashCode=2");
  }
}
