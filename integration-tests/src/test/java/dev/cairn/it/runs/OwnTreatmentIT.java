package dev.cairn.it.runs;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.runs.program.Meters;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A type that the application treats itself. */
class OwnTreatmentIT {
  @TempDir Path reference;
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"begin raise", "returned raise", "begin copy", "returned copy"})
  void whateverTheCrashTheProgramEndsAsWithoutCairn(String crash) {
    Reference without = Reference.of(Attempts.of(Meters.class, reference));
    Attempts attempts = Attempts.of(Meters.class, directory);
    attempts.haltedAt(crash);

    without.isReachedBy(attempts, attempts.run());
  }
}
