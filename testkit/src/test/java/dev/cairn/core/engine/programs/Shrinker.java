package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.programs.Cases.Case;
import dev.cairn.core.engine.programs.language.Program;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a smaller case that still fails: fewer statements, fewer crashes. */
final class Shrinker {
  private static final int MOMENTS = 120;

  private final Trial trial;

  Shrinker(Trial trial) {
    this.trial = trial;
  }

  /** The smallest case that was found; the given one where there is none. */
  Case shrink(Case failing) {
    Case smallest = failing;
    Optional<Case> smaller = Optional.of(failing);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = smaller(smallest);
    }
    return smallest;
  }

  private Optional<Case> smaller(Case failing) {
    return failing.program().smaller().stream()
        .filter(Program::isFair)
        .map(program -> failing(failing, program))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The same fault may show at another moment of a smaller program. */
  private Optional<Case> failing(Case before, Program program) {
    Schedule schedule = before.schedule();
    return Stream.concat(
            Stream.of(schedule), IntStream.rangeClosed(1, MOMENTS).mapToObj(schedule::crashingAt))
        .map(other -> new Case(before.seed(), program, other))
        .filter(this::isWrong)
        .findFirst();
  }

  private boolean isWrong(Case given) {
    return trial.run(given.program(), given.schedule()).fault().isPresent();
  }
}
