package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.programs.language.Program;
import dev.cairn.core.engine.programs.language.Stage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to a program: each attempt but the last is crashed at a moment; from one attempt on
 * a stage may have other code.
 *
 * @param seed decides about threads and orders
 * @param crashes the moment of each attempt's crash
 * @param changed the stage whose code changes, or a negative number for none
 * @param since the first attempt with the changed code
 */
record Schedule(long seed, List<Integer> crashes, int changed, int since) {

  static Schedule crashAt(long seed, int moment) {
    return new Schedule(seed, List.of(moment), -1, 0);
  }

  /** One crash, after which a stage has other code. */
  static Schedule changing(int stage, int moment) {
    return new Schedule(moment, List.of(moment), stage, 1);
  }

  /** A random one, for about so many moments. */
  static Schedule of(long seed, int moments, int stages) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> crashes =
        random.ints(random.nextInt(4) == 0 ? 2 : 1, 1, moments + 1).boxed().toList();
    boolean changes = random.nextInt(4) == 0;
    return new Schedule(
        random.nextLong(),
        crashes,
        changes ? random.nextInt(stages) : -1,
        1 + random.nextInt(crashes.size()));
  }

  /** The same with one crash alone, the code changed after it if at all. */
  Schedule crashingAt(int moment) {
    return new Schedule(seed, List.of(moment), changed, Math.min(since, 1));
  }

  int crash(int attempt) {
    return attempt < crashes.size() ? crashes.get(attempt) : CrashSwitch.NEVER;
  }

  int code(Program program, Stage stage, int attempt) {
    return changesCode() && attempt >= since && program.contains(stage, changed) ? 1 : 0;
  }

  boolean changesCode() {
    return changed >= 0;
  }
}
