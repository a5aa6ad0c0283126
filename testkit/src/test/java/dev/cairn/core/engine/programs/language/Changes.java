package dev.cairn.core.engine.programs.language;

import org.jspecify.annotations.Nullable;

/** Statements that change objects. */
final class Changes {
  private static final int MOST = 4;

  private Changes() {}

  /** A number grows by a constant. */
  record Add(int slot, int amount) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      frame.slot(slot).number += amount;
    }
  }

  /** A number grows by another. */
  record Gather(int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      frame.slot(slot).number += frame.slot(other).number;
    }
  }

  /** A number becomes what depends on its past and on another. */
  record Mix(int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node node = frame.slot(slot);
      node.number = (node.number * 3 + frame.slot(other).number) % 1000;
    }
  }

  /** A list gets another element, an alias perhaps. */
  record Append(int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node node = frame.slot(slot);
      if (node.list.size() < MOST) {
        node.list.add(frame.slot(other));
      } else {
        node.list.remove(0);
      }
    }
  }

  /** A set without an order gets another element. */
  record Put(int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node element = frame.slot(other);
      if (frame.slot(slot).bag.stream().noneMatch(held -> held.name.equals(element.name))) {
        frame.slot(slot).bag.add(element);
      }
    }
  }

  /** A reference points elsewhere. */
  record Link(int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      frame.slot(slot).link = frame.slot(other);
    }
  }

  /** There is a new object. */
  record Fresh(int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Node node = frame.slot(slot);
      Node made = new Node("new" + node.number);
      made.link = node.number % 2 == 0 ? node : null;
      node.link = made;
    }
  }

  /** A local variable goes on to what its object refers to. */
  record Follow(int slot) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      @Nullable Node next = frame.slot(slot).link;
      if (next != null) {
        frame.assign(slot, next);
      }
    }
  }

  /** Fields of the receiver change, where there is one. */
  record Sit(int slot, int amount) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      @Nullable Desk desk = frame.desk();
      if (desk != null) {
        desk.count += amount;
        desk.paper = frame.slot(slot);
      }
    }
  }
}
