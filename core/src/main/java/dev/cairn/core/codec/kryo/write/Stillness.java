package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.RekeyedTables;
import dev.cairn.core.graph.Standing;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;

/** Looks whether a call changed nothing, up to the first thing that it did. */
public final class Stillness {

  private Stillness() {}

  /** Whether all that a snapshot would hold of the inputs is as it was at the entry. */
  public static boolean isKept(WalkedGraph entry, Frame exit) {
    try {
      RekeyedTables tables = new RekeyedTables(entry);
      return Places.areKept(entry, exit)
          && Standing.isAll(
              entry, (object, kind) -> !(kind.asksElements() && tables.isRekeyed(object)));
    } catch (RuntimeException e) {
      return false; // whoever encodes it meets the same and says where
    }
  }
}
