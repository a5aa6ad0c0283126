package dev.cairn.core.codec;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hash tables of which the elements are the same objects as at the entry, but other ones
 * by what they say of themselves: the table was made to know that, so it counts as changed. For one
 * snapshot.
 */
public final class RekeyedTables {
  private final WalkedGraph entry;
  private final ChangeDetector changes;
  private final TableKeys keys;
  private final Set<Object> unchanged = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Looks at tables of these inputs. */
  public RekeyedTables(WalkedGraph entry) {
    this.entry = entry;
    this.changes = entry.changes();
    this.keys = new TableKeys(entry.kinds());
  }

  /** Whether a table finds its keys although some of them are not what they were. */
  public boolean isRekeyed(Object table) {
    return keys.isTable(table)
        && keys.mutable(table).anyMatch(this::changed)
        && !keys.misses(table);
  }

  /** Whether anything that a key consists of has changed; most keys consist of values alone. */
  private boolean changed(Object key) {
    if (!(entry.kinds().of(key.getClass()) instanceof NodeKind kind)) {
      return false;
    }
    if (hasChanged(key, kind)) {
      return true;
    }
    Deque<Object> open = new ArrayDeque<>(0);
    kind.visit(key, new Parts(entry, open));
    return !open.isEmpty() && anyChanged(open);
  }

  private boolean anyChanged(Deque<Object> open) {
    Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Object object = open.removeLast();
      if (unchanged.contains(object) || !met.add(object)) {
        continue;
      }
      NodeKind kind = (NodeKind) entry.kinds().of(object.getClass());
      if (hasChanged(object, kind)) {
        return true;
      }
      kind.visit(object, new Parts(entry, open));
    }
    unchanged.addAll(met);
    return false;
  }

  private boolean hasChanged(Object object, NodeKind kind) {
    int number = entry.numberOf(object);
    if (number < 0) {
      return true;
    }
    kind.visit(object, changes.begin(number, kind));
    return !changes.isUnchanged(number);
  }

  /** Gathers the objects that an object refers to. */
  private record Parts(WalkedGraph entry, Deque<Object> found) implements ReferenceSink {
    @Override
    public void element(@Nullable Object value) {
      if (value != null && entry.kinds().of(value.getClass()) instanceof NodeKind) {
        found.add(value);
      }
    }
  }
}
