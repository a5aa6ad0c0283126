package dev.cairn.core.engine.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cairn.core.engine.programs.Cases.Case;
import dev.cairn.core.engine.programs.Trial.Verdict;
import dev.cairn.core.engine.programs.language.Known;
import dev.cairn.core.engine.programs.language.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that were crashed and resumed end like plain runs, and do nothing twice needlessly. */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("programs.count", 10_000);
  private static final long FIRST = Long.getLong("programs.seed", 0);
  private static final int SMALL_PROGRAMS = 300;
  private static final int SMALL_ELSEWHERE = 20;

  private static final int KNOWN_MOMENTS = 40;

  private final Trial trial = new Trial(Engines.SOUND);
  private int resumed;

  @Test
  @Tag("once")
  void crashedProgramsEndAsIfNothingHadHappened() {
    run(FIRST, PROGRAMS);

    assertThat(resumed).as("programs that crashed").isGreaterThan(PROGRAMS / 2);
  }

  @Test
  @Tag("nightly")
  void soDoManyMore() {
    run(1_000_000, 100_000);
  }

  @Test
  @Tag("once")
  void smallProgramsMayCrashAtAnyMoment() {
    assertThat(crashAnywhere(0, SMALL_PROGRAMS)).isGreaterThan(20 * SMALL_PROGRAMS);
  }

  @Test
  void soTheyMayOnThisJdk() {
    assertThat(crashAnywhere(SMALL_PROGRAMS, SMALL_ELSEWHERE)).isGreaterThan(20 * SMALL_ELSEWHERE);
  }

  @Test
  void whatWasPublishedIsFetchedWhateverRunsAnew() {
    Program program = Known.fetchingWhatWasPublished();
    for (int moment = 1; moment <= KNOWN_MOMENTS; moment++) {
      check(new Case(0, program, Schedule.changing(0, moment)));
    }
  }

  @Test
  void whatNewCodePublishesIsFetched() {
    Program program = Known.publishingInNewCode();
    for (int moment = 1; moment <= KNOWN_MOMENTS; moment++) {
      check(new Case(0, program, Schedule.changing(2, moment)));
    }
  }

  private void run(long from, int count) {
    for (long seed = from; seed < from + count; seed++) {
      check(Cases.random(seed));
    }
  }

  /** How many moments there were. */
  private int crashAnywhere(long from, int count) {
    int moments = 0;
    for (long seed = from; seed < from + count; seed++) {
      Program program = Cases.small(seed);
      int moment = 1;
      while (check(new Case(seed, program, Schedule.crashAt(seed, moment)))) {
        moment++;
      }
      moments += moment;
    }
    return moments;
  }

  /** Whether it crashed. */
  private boolean check(Case given) {
    Verdict verdict = trial.run(given.program(), given.schedule());
    if (verdict.fault().isPresent()) {
      Case smallest = new Shrinker(trial).shrink(given);
      String fault = trial.run(smallest.program(), smallest.schedule()).fault().orElse("by chance");
      fail("of seed " + given.seed() + " this is left: " + smallest + "\n" + fault);
    }
    boolean crashed = verdict.attempts() > 1;
    resumed += crashed ? 1 : 0;
    return crashed;
  }
}
