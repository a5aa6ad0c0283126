package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body knows.
 *
 * @param machine runs the program
 * @param slots its variables
 * @param desk the receiver, if there is one
 * @param depth how many stages are around it, itself included
 * @param tries which try of its stage this is
 * @param code the version of the stage's code
 */
record Frame(
    Machine machine, List<Node> slots, @Nullable Desk desk, int depth, int tries, int code) {

  Node slot(int index) {
    return slots.get(Math.floorMod(index, slots.size()));
  }

  void assign(int index, Node node) {
    slots.set(Math.floorMod(index, slots.size()), node);
  }

  /** The same with one more variable. */
  Frame with(Node node) {
    List<Node> more = new ArrayList<>(slots);
    more.add(node);
    return of(more);
  }

  /** The same with other variables. */
  Frame of(List<Node> other) {
    return new Frame(machine, other, desk, depth, tries, code);
  }
}
