package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.List;

/** Statements with statements inside, and what ends them early. */
final class Blocks {
  private static final int MOST = 3;

  private Blocks() {}

  /** A loop that counts. */
  record Repeat(int times, List<Statement> body) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      for (int i = 0; i < times; i++) {
        frame.machine().run(body, frame, at + ":" + i);
      }
    }

    @Override
    public List<List<Statement>> bodies() {
      return List.of(body);
    }

    @Override
    public Statement with(List<List<Statement>> bodies) {
      return new Repeat(times, bodies.get(0));
    }
  }

  /** A loop over a list, which may grow meanwhile. */
  record Each(int slot, List<Statement> body) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      List<Node> list = frame.slot(slot).list;
      int size = Math.min(MOST, list.size());
      for (int i = 0; i < size && i < list.size(); i++) {
        frame.machine().run(body, frame.with(list.get(i)), at + ":" + i);
      }
    }

    @Override
    public List<List<Statement>> bodies() {
      return List.of(body);
    }

    @Override
    public Statement with(List<List<Statement>> bodies) {
      return new Each(slot, bodies.get(0));
    }
  }

  /** Statements that came into the stage with its other code. */
  record Inserted(List<Statement> body) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      if (frame.code() > 0) {
        frame.machine().run(body, frame, at);
      }
    }

    @Override
    public List<List<Statement>> bodies() {
      return List.of(body);
    }

    @Override
    public Statement with(List<List<Statement>> bodies) {
      return new Inserted(bodies.get(0));
    }
  }

  /** A failure of the statements inside is caught. */
  record Try(List<Statement> body) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      try {
        frame.machine().run(body, frame, at);
      } catch (ProgramFailure e) {
        frame.slot(0).number += e.amount();
      }
    }

    @Override
    public List<List<Statement>> bodies() {
      return List.of(body);
    }

    @Override
    public Statement with(List<List<Statement>> bodies) {
      return new Try(bodies.get(0));
    }
  }

  /** Fails. */
  record Fail(int amount) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      throw new ProgramFailure(amount);
    }
  }

  /** Fails in the first tries of a stage. */
  record FailEarly(int tries) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      if (frame.tries() <= tries) {
        throw new ProgramFailure(tries);
      }
    }
  }

  /** A disturbance from outside: the first try of the first attempt fails. */
  record FailOnce() implements Statement {
    @Override
    public void run(Frame frame, String at) {
      if (frame.tries() == 1 && frame.machine().surroundings().attempt() == 0) {
        throw new ProgramFailure(1);
      }
    }
  }

  /** A mistake in the first version of a stage's code, mended in later ones. */
  record FailOld() implements Statement {
    @Override
    public void run(Frame frame, String at) {
      if (frame.code() == 0) {
        throw new ProgramFailure(1);
      }
    }
  }

  /** Two threads, each with an object of its own and one in common. */
  record Parallel(List<Statement> one, List<Statement> other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Machine machine = frame.machine();
      List<Node> crew = machine.heap().crew();
      List<Runnable> lanes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Frame lane = frame.of(new ArrayList<>(List.of(crew.get(i), crew.get(2))));
        String there = at + "|" + i;
        List<Statement> body = bodies().get(i);
        lanes.add(() -> machine.run(body, lane, there));
      }
      machine.surroundings().parallel(lanes);
    }

    @Override
    public List<List<Statement>> bodies() {
      return List.of(one, other);
    }

    @Override
    public Statement with(List<List<Statement>> bodies) {
      return new Parallel(bodies.get(0), bodies.get(1));
    }
  }
}
