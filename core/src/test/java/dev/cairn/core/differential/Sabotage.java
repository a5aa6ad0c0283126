package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Kind;

/** What is done to the product, so that tests can be seen to notice. */
interface Sabotage {
  /** Nothing. */
  Sabotage NONE = new Sabotage() {};

  /** What becomes of the kind that a class would have. */
  default Kind treat(Kind kind) {
    return kind;
  }

  /** Does something to what is known of the inputs before what the stage left is encoded. */
  default void beforeEncoding(WalkedGraph entry) {}

  /** Does something to a heap that was restored. */
  default void afterRestore(Heap heap) {}
}
