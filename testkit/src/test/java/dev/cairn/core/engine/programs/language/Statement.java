package dev.cairn.core.engine.programs.language;

import java.util.List;

/**
 * A step of a program. Slots that it names are taken modulo their number: any step fits anywhere.
 */
public interface Statement {

  /**
   * Takes the step.
   *
   * @param at where in the program: the same in every attempt
   */
  void run(Frame frame, String at);

  /** The statements inside. */
  default List<List<Statement>> bodies() {
    return List.of();
  }

  /** The same with other statements inside. */
  default Statement with(List<List<Statement>> bodies) {
    return this;
  }
}
