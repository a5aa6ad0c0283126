package dev.cairn.core.codec;

import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Performs writes in the right order: containers that ask their elements come last. */
public final class Writes {

  private Writes() {}

  /** Fills those tables anew that do not find their keys since these were written. */
  static void rehash(Kinds kinds, List<Object> tables) {
    TableKeys keys = new TableKeys(kinds);
    List<Write> stale = new ArrayList<>();
    for (Object table : tables) {
      if (keys.misses(table) && kinds.of(table.getClass()) instanceof NodeKind kind) {
        stale.add(new Write(table, kind, kind.capture(table)));
      }
    }
    perform(kinds, stale);
  }

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
