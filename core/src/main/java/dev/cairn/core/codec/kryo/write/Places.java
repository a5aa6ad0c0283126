package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes of a frame's places those that were assigned, and says which. */
final class Places {
  private final WalkedGraph entry;
  private final References references;
  private final OutputValues values;

  Places(WalkedGraph entry, References references, OutputValues values) {
    this.entry = entry;
    this.references = references;
    this.values = values;
  }

  /** Indices of the slots that were assigned. */
  int[] write(Frame exit) {
    Content before = entry.places();
    Content after = exit.kind().capture(exit);
    List<Integer> assigned = new ArrayList<>();
    for (Slot slot : after.layout().slots()) {
      boolean unsaved = slot.mark() == Mark.UNSAVED;
      if (unsaved || isSame(before.get(slot), after.get(slot))) {
        values.code(Format.LEFT);
      } else {
        assigned.add(slot.index());
        references.slot(0, slot, after.get(slot));
      }
    }
    return assigned.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether no place holds anything else than at the entry. */
  static boolean areKept(WalkedGraph entry, Frame exit) {
    Content before = entry.places();
    Content after = exit.kind().capture(exit);
    return after.layout().slots().stream()
        .allMatch(
            slot ->
                slot.mark() == Mark.UNSAVED || isSame(entry, before.get(slot), after.get(slot)));
  }

  private boolean isSame(@Nullable Object before, @Nullable Object after) {
    return isSame(entry, before, after);
  }

  private static boolean isSame(
      WalkedGraph entry, @Nullable Object before, @Nullable Object after) {
    return before == after
        || (before != null
            && after != null
            && entry.kinds().of(before.getClass()) instanceof ValueKind kind
            && kind.same(before, after));
  }
}
