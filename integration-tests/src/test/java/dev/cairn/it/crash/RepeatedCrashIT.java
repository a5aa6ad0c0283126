package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.CommandLine;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.ForkedJvm.Running;
import dev.cairn.it.crash.program.Diary;
import dev.cairn.it.crash.program.Harvest;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attempts that crash while they resume, are killed at any moment, or fail. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class RepeatedCrashIT {
  private static final int LONGEST_LIFE_MILLIS = 1500;

  private Reference reference;

  @BeforeAll
  void runWithoutCairn(@TempDir Path directory) {
    reference = Reference.of(Attempts.of(Harvest.class, directory));
  }

  @Test
  void aRunComesToItsEndThoughEveryAttemptGetsOnlyOneStageFurther(@TempDir Path directory) {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    reference.notes().stream()
        .filter(note -> note.startsWith("end ") && !note.equals("end weigh"))
        .forEach(note -> reference.isBegunBy(attempts.haltedAt(note)));

    reference.isReachedBy(attempts, attempts.run());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void attemptsThatCrashWhileTheyResumeLoseNothing(long seed, @TempDir Path directory) {
    Attempts attempts = Attempts.of(Harvest.class, directory);
    Random random = new Random(seed);

    int crashes = 2 + random.nextInt(2);
    for (int crash = 0; crash < crashes; crash++) {
      Ended ended = started(attempts, random).await();
      if (ended.status() == 0) {
        reference.isReachedBy(attempts, ended);
        return;
      }
      assertThat(ended.status()).as("%s", ended).isEqualTo(Diary.HALTED);
      reference.isBegunBy(ended);
    }

    reference.isReachedBy(attempts, attempts.run());
  }

  private Running started(Attempts attempts, Random random) {
    String point = reference.notes().get(random.nextInt(reference.notes().size()));
    return attempts.underAgent().withProperty("halt.at", point).start();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void killsAtAnyMomentLoseNothing(long seed, @TempDir Path directory) throws Exception {
    Attempts attempts = Attempts.of(Harvest.class, directory);
    Random random = new Random(seed);

    for (int kill = 0; kill < 3; kill++) {
      Running running = attempts.underAgent().start();
      int life = random.nextInt(LONGEST_LIFE_MILLIS);
      if (running.process().waitFor(life, TimeUnit.MILLISECONDS)) {
        isReached(attempts, running.await());
        return;
      }
      reference.isBegunBy(running.kill());
    }

    isReached(attempts, attempts.run());
  }

  /**
   * A kill may come after the run's end: what follows is a run of its own, which does all again.
   */
  private void isReached(Attempts attempts, Ended last) {
    if (last.err().contains("/2 (")) {
      String runs = new CommandLine(attempts.store()).run("runs").out();
      assertThat(runs.lines()).anyMatch(line -> line.matches("harvest/\\w+/1 .*complete.*"));
      reference.isRepeatedBy(last);
    } else {
      reference.isReachedBy(attempts, last);
    }
  }

  @ParameterizedTest(name = "at \"{0}\"")
  @MethodSource("failures")
  void theSameCommandFinishesWhatAFailureCutOff(String point, @TempDir Path directory) {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    Ended failed = attempts.failingAt(point);
    Ended resumed = attempts.run();

    reference.isBegunBy(failed);
    assertThat(failed.err()).contains(" unfinished: ").contains("ordered to fail at: " + point);
    reference.isReachedBy(attempts, resumed);
  }

  Stream<String> failures() {
    List<String> notes = reference.notes();
    List<String> some =
        IntStream.range(0, notes.size()).filter(i -> i % 4 == 1).mapToObj(notes::get).toList();
    return Spread.of(some).stream();
  }

  static Stream<Long> seeds() {
    return Spread.of(LongStream.rangeClosed(1, 6).boxed().toList()).stream();
  }
}
