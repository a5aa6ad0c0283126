package dev.cairn.testkit.crash;

import java.util.function.Consumer;

/**
 * What processes do with a store, one step after the other.
 *
 * @param name for people
 */
record Play(String name, Consumer<Stage> steps) {

  void perform(Stage stage) {
    steps.accept(stage);
  }

  @Override
  public String toString() {
    return name;
  }
}
