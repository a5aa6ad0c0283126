package dev.cairn.core.engine.programs.language;

import dev.cairn.core.engine.programs.language.Surroundings.StageCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program.
 *
 * @param program the program
 * @param heap its objects
 * @param world what outlives it
 * @param surroundings how stages are called
 */
public record Machine(Program program, Heap heap, World world, Surroundings surroundings) {
  /** What separates the place of a call from the places inside it. */
  public static final String INSIDE = "/";

  /** Runs the entry method. */
  public Node run() {
    Frame main = new Frame(this, new ArrayList<>(heap.roots()), heap.desk(), 0, 1, 0);
    run(program.main(), main, "m");
    return main.slot(0);
  }

  void run(List<Statement> body, Frame frame, String at) {
    for (int i = 0; i < body.size(); i++) {
      surroundings.step();
      body.get(i).run(frame, at + "." + i);
    }
  }

  @Nullable Object call(Stage stage, List<Node> arguments, Frame caller, String at) {
    @Nullable Desk desk = stage.kind() == Stage.Kind.MEMBER ? caller.desk() : null;
    StageCall call = new StageCall(stage, arguments, desk, at);
    return surroundings.call(call, tries -> body(call, caller.depth() + 1, tries));
  }

  private Object body(StageCall call, int depth, int tries) {
    Stage stage = call.stage();
    @Nullable Desk desk = call.desk();
    List<Node> slots = new ArrayList<>(call.arguments());
    if (desk != null) {
      slots.add(desk.paper);
    }
    int code = surroundings.code(stage);
    Node first = slots.get(0);
    if (stage.kind() != Stage.Kind.LEAF && !stage.isExtended()) {
      first.number += 1000 * code;
    }
    run(stage.body(), new Frame(this, slots, desk, depth, tries, code), call.at() + INSIDE);
    return result(stage, first);
  }

  private static Object result(Stage stage, Node first) {
    return switch (stage.result()) {
      case NUMBER -> first.number;
      case ARGUMENT -> first;
      case MADE -> {
        Node made = new Node("made" + first.number);
        made.link = first;
        yield made;
      }
    };
  }
}
