package dev.cairn.core.engine.programs.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program runs in: plainly, or under Cairn. */
public interface Surroundings {

  /** Before each statement. */
  void step();

  /**
   * Calls a stage.
   *
   * @throws ProgramFailure as the body does
   */
  @Nullable Object call(StageCall call, Body body);

  /** Runs two bodies in threads of their own and waits for them. */
  void parallel(List<Runnable> lanes);

  /** The elements in the order of this attempt. */
  List<Node> anyOrder(List<Node> elements);

  /** Which attempt this is, counted from 0. */
  int attempt();

  /** The version of a stage's code. */
  int code(Stage stage);

  /**
   * A call of a stage.
   *
   * @param stage the stage
   * @param arguments its arguments
   * @param desk its receiver, if it has one
   * @param at where in the program
   */
  record StageCall(Stage stage, List<Node> arguments, @Nullable Desk desk, String at) {
    /** What {@code @Key} marks. */
    public String key() {
      return arguments.get(0).name;
    }
  }

  /** The body of a stage. */
  @FunctionalInterface
  interface Body {
    /** Runs it for the first, second, ... time in one call. */
    @Nullable Object run(int tries);
  }
}
