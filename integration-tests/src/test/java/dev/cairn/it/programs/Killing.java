package dev.cairn.it.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.ForkedJvm.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Kills a program at random, starts it again until it ends, and compares it with one that was left
 * alone.
 *
 * @param seed what the moments of the kills come from
 * @param directory where the programs work
 */
record Killing(long seed, Path directory) {
  private static final int KILLS = 2;
  private static final String EXECUTED = "[cairn] executed ";

  void comesToTheSameEnd(RealProgram program) throws IOException {
    Ended alone = program.jvm().in(made("alone")).run();
    assertThat(alone.status()).as("%s", alone).isZero();
    ForkedJvm underAgent = program.jvm().in(made("killed")).withAgent();

    int recorded = kill(underAgent, program.calls());
    Ended last = underAgent.run();

    assertThat(last.status()).as("seed %d: %s", seed, last).isZero();
    assertThat(result(last)).as("seed %d: %s", seed, last).isEqualTo(result(alone)).isNotEmpty();
    assertThat(last.err())
        .as("seed %d", seed)
        .contains("[cairn] resumed run ")
        .doesNotContain("[cairn] unprotected ", "[cairn] warning")
        .contains(", 0 unprotected");
    assertThat(count(last, "[cairn] restored "))
        .as("seed %d: %s", seed, last)
        .isGreaterThanOrEqualTo(recorded);
    assertThat(count(last, EXECUTED) + count(last, "[cairn] restored ")).isEqualTo(program.calls());
  }

  /** Each attempt gets a little further; answers how many calls are known to be recorded. */
  private int kill(ForkedJvm underAgent, int calls) {
    Random random = new Random(seed);
    int recorded = 0;
    for (int kill = 0; kill < KILLS && recorded < calls - 1; kill++) {
      int further = 1 + random.nextInt(calls - 1 - recorded);
      Running running = underAgent.start();
      boolean alive = running.awaitErrorLines(EXECUTED, further);
      Ended killed = running.kill();
      assertThat(alive).as("seed %d: %s", seed, killed).isTrue();
      recorded += further;
    }
    return recorded;
  }

  private Path made(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** What it printed but for the times that it took, and warnings with the hash of a loader. */
  private static List<String> result(Ended ended) {
    return ended
        .out()
        .lines()
        .filter(line -> !line.startsWith("Time taken ") && !line.startsWith("WARNING: "))
        .toList();
  }

  private static int count(Ended ended, String beginning) {
    return (int) ended.err().lines().filter(line -> line.startsWith(beginning)).count();
  }
}
