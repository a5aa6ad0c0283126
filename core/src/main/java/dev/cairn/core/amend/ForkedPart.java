package dev.cairn.core.amend;

import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.engine.match.Standing;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run recorded before the first call of a stage, and before anything that cannot be read:
 * what is there, in the order of the log, and would be used by the run's next attempt.
 */
final class ForkedPart {
  private final RunHistory run;
  private final String stage;
  private final RecordedCalls recorded;
  private final Set<Long> unreadable = new HashSet<>();

  ForkedPart(RunHistory run, String stage) {
    this.run = run;
    this.stage = stage;
    this.recorded = RecordedCalls.of(run);
  }

  /**
   * What is shared.
   *
   * @param readable reads a snapshot to see whether it is what was written
   */
  List<Checkpoint> checkpoints(Predicate<Checkpoint> readable) {
    checkpoints().stream()
        .filter(readable.negate())
        .forEach(damaged -> unreadable.add(damaged.seq()));
    return checkpoints();
  }

  private List<Checkpoint> checkpoints() {
    Set<CallPath> around = new HashSet<>();
    run.checkpoints().stream().filter(this::isLeftOut).forEach(one -> addAround(one, around));
    long end = end();
    return run.checkpoints().stream()
        .filter(one -> one.call().began() < end && !around.contains(one.call().path()))
        .filter(one -> recorded.standing(one) == Standing.COUNTS)
        .toList();
  }

  private long end() {
    long left =
        run.checkpoints().stream()
            .filter(this::isLeftOut)
            .mapToLong(one -> one.call().began())
            .min()
            .orElse(Long.MAX_VALUE);
    return Math.min(left, recorded.firstMissing().orElse(Long.MAX_VALUE));
  }

  private boolean isLeftOut(Checkpoint one) {
    return recorded.standing(one) == Standing.DAMAGED
        || unreadable.contains(one.seq())
        || one.call().path().keys().stream().map(CallKey::stage).anyMatch(stage::equals);
  }

  private static void addAround(Checkpoint one, Set<CallPath> around) {
    for (CallPath path = one.call().path(); !path.keys().isEmpty(); path = path.parent()) {
      around.add(path);
    }
  }
}
