package dev.cairn.core.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cairn.core.differential.Verdict.Refused;
import dev.cairn.core.differential.Verdict.Same;
import dev.cairn.core.differential.Verdict.Unmatched;
import dev.cairn.core.differential.Verdict.Wrong;
import dev.cairn.core.differential.program.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferentialHeapTest {
  private static final int CASES = 10_000;

  private final Trial trial = new Trial(Sabotage.NONE);
  private final Map<Class<?>, Integer> verdicts = new HashMap<>();

  @Test
  void restoredProgramsGoOnAsIfTheyHadNeverStopped() {
    run(0, CASES);

    assertThat(share(Same.class)).isGreaterThan(0.95);
    assertThat(share(Refused.class)).isBetween(0.003, 0.03);
    assertThat(share(Unmatched.class)).isLessThan(0.01);
  }

  @Test
  @Tag("nightly")
  void theyGoOnInManyMoreCases() {
    run(1_000_000, 10 * CASES);

    assertThat(share(Same.class)).isGreaterThan(0.95);
  }

  /** Each was wrong once, for another reason. */
  @ParameterizedTest
  @ValueSource(
      longs = {
        10698, 15921, 18357, 22880, 26000, 41059, 43369, 44760, 46600, 102090, 1083980, 1187590
      })
  void whatWasWrongOnceIsRightNow(long seed) {
    run(seed, 1);
  }

  /** Refused is what documents say may be refused, in one case out of ten where it may appear. */
  @Test
  void whereNothingIsOddNothingIsRefused() {
    for (long seed = 1; seed < 500; seed += 10) {
      run(seed, 1);
    }

    assertThat(verdicts).containsOnlyKeys(Same.class);
  }

  private void run(long from, int count) {
    for (long seed = from; seed < from + count; seed++) {
      Verdict verdict = trial.run(Case.of(seed));
      verdicts.merge(verdict.getClass(), 1, Integer::sum);
      if (verdict instanceof Wrong) {
        fail(explained(Case.of(seed)));
      }
    }
  }

  private double share(Class<?> verdict) {
    int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
    return verdicts.getOrDefault(verdict, 0) / (double) all;
  }

  /** The smallest case that still fails, as a program that people can read. */
  private String explained(Case failing) {
    Case smallest = new Shrinker(this::isWrong).shrink(failing);
    List<String> journal = new ArrayList<>();
    Verdict verdict = trial.run(smallest, journal);
    String program = String.join("\n  ", journal);
    return "seed " + failing.seed() + ": " + verdict + "; the program:\n  " + program;
  }

  private boolean isWrong(Case given) {
    return trial.run(given) instanceof Wrong;
  }
}
