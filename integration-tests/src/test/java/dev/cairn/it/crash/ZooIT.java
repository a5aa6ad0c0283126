package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.zoo.Zoo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State of every kind that a program may have comes back as it was, or is refused loudly. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ZooIT {
  private Reference reference;

  @BeforeAll
  void runWithoutCairn(@TempDir Path directory) {
    reference = Reference.of(Attempts.of(Zoo.class, directory));
  }

  @ParameterizedTest(name = "after \"{0}\"")
  @ValueSource(strings = {"returned grow Views", "returned grow Dice", "returned all"})
  void whatFollowsFindsTheStateAsItWas(String point, @TempDir Path directory) {
    Attempts attempts = Attempts.of(Zoo.class, directory);

    Ended halted = attempts.haltedAt(point);
    Ended resumed = attempts.run();

    reference.isBegunBy(halted);
    assertThat(resumed.out()).as("%s", resumed).isEqualTo(reference.out());
    assertThat(unprotected(resumed)).isEqualTo(REFUSED);
  }

  /** What cannot be made again in another JVM, by path. */
  private static final List<String> REFUSED =
      List.of("animal.late.comparator", "animal.entry", "animal.function", "animal.entry");

  private static List<String> unprotected(Ended ended) {
    return ended
        .err()
        .lines()
        .filter(line -> line.startsWith("[cairn] unprotected"))
        .map(line -> line.replaceFirst(".*?; (animal\\.[a-z.]*): .*", "$1"))
        .toList();
  }
}
