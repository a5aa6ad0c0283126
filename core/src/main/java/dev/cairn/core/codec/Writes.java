package dev.cairn.core.codec;

import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Performs writes in the right order: containers that ask their elements come last. */
public final class Writes {

  private Writes() {}

  /** Performs them all. */
  public static void perform(Kinds kinds, List<Write> writes) {
    List<Write> asking = new ArrayList<>();
    for (Write write : writes) {
      if (write.kind().asksElements()) {
        asking.add(write);
      } else {
        write.perform();
      }
    }
    FillOrder.of(kinds, asking).forEach(Write::perform);
  }
}
