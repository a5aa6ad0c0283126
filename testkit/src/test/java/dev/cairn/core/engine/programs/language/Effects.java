package dev.cairn.core.engine.programs.language;

import org.jspecify.annotations.Nullable;

/** Statements that have to do with the world outside. */
final class Effects {
  private Effects() {}

  /** Says what a number is. */
  record Tell(int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node node = frame.slot(slot);
      frame.machine().world().tell(at, node.name + "=" + node.number);
    }
  }

  /** Takes a text that never comes twice. */
  record Draw(int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      frame.slot(slot).text = frame.machine().world().draw();
    }
  }

  /** Publishes a text that never comes twice, without a trace in the heap. */
  record Publish(int register) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      World world = frame.machine().world();
      world.publish(at, register, world.draw());
    }
  }

  /** Publishes what an object holds. */
  record Hand(int register, int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node node = frame.slot(slot);
      String text = node.text == null ? "" + node.number : node.text;
      frame.machine().world().publish(at, register, text);
    }
  }

  /** Takes what was published. */
  record Fetch(int register, int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      @Nullable String text = frame.machine().world().fetch(at, register);
      frame.slot(slot).text = text;
    }
  }
}
