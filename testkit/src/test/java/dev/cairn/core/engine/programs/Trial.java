package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.programs.language.Heap;
import dev.cairn.core.engine.programs.language.Machine;
import dev.cairn.core.engine.programs.language.Plain;
import dev.cairn.core.engine.programs.language.Portrait;
import dev.cairn.core.engine.programs.language.Program;
import dev.cairn.core.engine.programs.language.ProgramFailure;
import dev.cairn.core.engine.programs.language.World;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.testkit.MemoryStorage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program with its crashes to the end and compares what is left, and what was done, with a
 * plain run of it.
 */
final class Trial {
  private final Workshop workshop;

  Trial(Engines engines) {
    workshop = new Workshop(engines);
  }

  /** What came of it: empty if all was well. */
  record Verdict(Optional<String> fault, int attempts) {}

  Verdict run(Program program, Schedule schedule) {
    return new Course(program, schedule).run();
  }

  /** One program on its way. */
  private final class Course {
    private final Program program;
    private final Schedule schedule;
    private final World world = new World();
    private final MemoryStorage storage = workshop.storage();
    private final Doings doings;

    Course(Program program, Schedule schedule) {
      this.program = program;
      this.schedule = schedule;
      this.doings = new Doings(program, schedule, world);
    }

    Verdict run() {
      Optional<String> fault = Optional.empty();
      int attempt = 0;
      boolean more = true;
      while (more && fault.isEmpty()) {
        Heap heap = program.heap();
        Attempt next = new Attempt(workshop, storage, program, schedule, attempt);
        doings.begin(storage);
        Outcome outcome = next.run(heap, world);
        fault = fault(next, heap, outcome, attempt);
        more = outcome instanceof Outcome.Crashed || isToBeMended(outcome, attempt);
        attempt++;
      }
      return new Verdict(fault, attempt);
    }

    private boolean isToBeMended(Outcome outcome, int attempt) {
      return outcome instanceof Outcome.Failed
          && schedule.changesCode()
          && attempt < schedule.since();
    }

    private Optional<String> fault(Attempt attempt, Heap heap, Outcome outcome, int number) {
      if (outcome instanceof Outcome.Broken broken) {
        return Optional.of(broken.what());
      }
      List<String> unprotected = unprotected(attempt);
      if (!program.overlaps() && !unprotected.isEmpty()) {
        return Optional.of("attempt " + number + " left calls unprotected: " + unprotected);
      }
      boolean ended = !(outcome instanceof Outcome.Crashed);
      return doings
          .fault(number, ended)
          .or(() -> ended ? difference(heap, outcome, number) : Optional.empty());
    }

    private static List<String> unprotected(Attempt attempt) {
      return attempt.events().stream()
          .filter(CallUnprotected.class::isInstance)
          .map(Object::toString)
          .toList();
    }

    private Optional<String> difference(Heap heap, Outcome outcome, int attempt) {
      @Nullable Object value = outcome instanceof Outcome.Returned r ? r.value() : outcome;
      String found = Portrait.of(heap, world, value);
      String expected = plainly(attempt);
      return found.equals(expected)
          ? Optional.empty()
          : Optional.of("expected\n" + expected + "found\n" + found);
    }

    private String plainly(int attempt) {
      Heap heap = program.heap();
      World plain = new World();
      Plain surroundings = new Plain(stage -> schedule.code(program, stage, attempt));
      @Nullable Object value;
      try {
        value = new Machine(program, heap, plain, surroundings).run();
      } catch (ProgramFailure e) {
        value = new Outcome.Failed(String.valueOf(e.getMessage()));
      }
      return Portrait.of(heap, plain, value);
    }
  }
}
