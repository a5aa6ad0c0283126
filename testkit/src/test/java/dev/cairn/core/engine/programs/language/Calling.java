package dev.cairn.core.engine.programs.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that call stages. */
final class Calling {
  private static final int DEEPEST = 3;

  private Calling() {}

  /** Calls a stage with two objects and uses what it returns. */
  record Call(int stage, int slot, int other) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Machine machine = frame.machine();
      Stage callee = machine.program().stage(stage);
      if (frame.depth() >= DEEPEST || (callee.kind() == Stage.Kind.MEMBER && !mayUseDesk(frame))) {
        return;
      }
      List<Node> arguments = arguments(callee, frame);
      @Nullable Object result = machine.call(callee, arguments, frame, at);
      if (result instanceof Node made) {
        frame.slot(other).link = made;
      } else if (result instanceof Integer number) {
        frame.slot(slot).number += number % 7;
      }
    }

    private static boolean mayUseDesk(Frame frame) {
      return frame.desk() != null;
    }

    private List<Node> arguments(Stage callee, Frame frame) {
      Heap heap = frame.machine().heap();
      return switch (callee.kind()) {
        case BATCH -> List.of(heap.items(), heap.total());
        case CREW -> heap.crew();
        default -> List.of(frame.slot(slot), frame.slot(other));
      };
    }
  }

  /** Calls a stage for each item, in an order that is another in every attempt. */
  record Unordered(int stage, boolean aggregated) implements Statement {
    @Override
    public void run(Frame frame, String at) {
      Machine machine = frame.machine();
      Stage callee = machine.program().stage(stage);
      Heap heap = machine.heap();
      for (Node item : machine.surroundings().anyOrder(heap.items().list)) {
        List<Node> arguments = aggregated ? List.of(item, heap.total()) : List.of(item);
        machine.call(callee, arguments, frame, at + "~" + item.name);
      }
    }
  }
}
