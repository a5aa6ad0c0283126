package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.programs.language.Generator;
import dev.cairn.core.engine.programs.language.Machine;
import dev.cairn.core.engine.programs.language.Plain;
import dev.cairn.core.engine.programs.language.Program;
import dev.cairn.core.engine.programs.language.ProgramFailure;
import dev.cairn.core.engine.programs.language.World;

/** Programs and schedules by their seeds. */
final class Cases {
  private static final int SMALL = 1;
  private static final int LARGE = 3;

  private Cases() {}

  /**
   * A case.
   *
   * @param seed what it is made of
   */
  record Case(long seed, Program program, Schedule schedule) {
    @Override
    public String toString() {
      return "seed " + seed + ", " + schedule + "\n" + program;
    }
  }

  static Case random(long seed) {
    Program program = Generator.program(seed, LARGE);
    Plain plain = new Plain(stage -> 1);
    try {
      new Machine(program, program.heap(), new World(), plain).run();
    } catch (ProgramFailure e) {
      // a program may fail
    }
    int moments = 16 + plain.steps() + 10 * plain.calls();
    return new Case(seed, program, Schedule.of(seed, moments, program.stages().size()));
  }

  static Program small(long seed) {
    return Generator.program(seed, SMALL);
  }
}
