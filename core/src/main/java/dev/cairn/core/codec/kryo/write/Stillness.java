package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.RekeyedTables;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.KindsAhead;
import dev.cairn.core.graph.type.KnownKinds;

/** Looks whether a call changed nothing, up to the first thing that it did. For one call. */
public final class Stillness {
  private final WalkedGraph entry;
  private final KindsAhead ahead;
  private final ChangeDetector changes;
  private final RekeyedTables tables;

  private Stillness(WalkedGraph entry) {
    this.entry = entry;
    this.ahead = new KindsAhead(new KnownKinds(entry.kinds()), new ExitNumbers(entry));
    this.changes = entry.changes();
    this.tables = new RekeyedTables(entry);
  }

  /** Whether all that a snapshot would hold of the inputs is as it was at the entry. */
  public static boolean isKept(WalkedGraph entry, Frame exit) {
    try {
      return Places.areKept(entry, exit) && new Stillness(entry).isKept();
    } catch (RuntimeException e) {
      return false; // whoever encodes it meets the same and says where
    }
  }

  private boolean isKept() {
    for (int number = 1; number < entry.size(); number++) {
      if (entry.isState(number)
          && ahead.of(number, entry.size()) instanceof NodeKind kind
          && !isKept(number, kind)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKept(int number, NodeKind kind) {
    Object object = entry.object(number);
    kind.visit(object, changes.begin(number, kind));
    return changes.isUnchanged(number) && !tables.isRekeyed(object);
  }
}
