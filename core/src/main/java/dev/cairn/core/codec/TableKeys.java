package dev.cairn.core.codec;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Hash tables and the keys in them whose hashes may change: mutable objects that say themselves
 * what their hash is. Such a key may be taken out, changed and put back, which the elements of the
 * table do not show. For one thread.
 */
final class TableKeys {
  private final Kinds kinds;
  private final Map<Class<?>, Boolean> fixed = new HashMap<>();

  /** For objects that are read as these kinds say. */
  TableKeys(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The tables among inputs that find all their keys, some of which may change. */
  List<Object> sound(WalkedGraph inputs) {
    List<Object> tables = new ArrayList<>();
    for (int number = 1; number < inputs.size(); number++) {
      Object object = inputs.object(number);
      if (isTable(object)
          && inputs.isState(number)
          && mutable(object).findAny().isPresent()
          && !misses(object)) {
        tables.add(object);
      }
    }
    return tables;
  }

  /** Whether an object is a table that does not find one of its own keys. */
  boolean misses(Object object) {
    return isTable(object) && mutable(object).anyMatch(key -> !finds(object, key));
  }

  /** The keys of a table whose hashes may change. */
  Stream<?> mutable(Object table) {
    return keys(table).stream().filter(key -> key != null && isMutable(key));
  }

  /** Whether an object is a hash table that is written element by element. */
  boolean isTable(Object object) {
    boolean hashed =
        (object instanceof Map<?, ?> && !(object instanceof SortedMap<?, ?>))
            || (object instanceof Set<?> && !(object instanceof SortedSet<?>));
    return hashed
        && !(object instanceof IdentityHashMap<?, ?>)
        && kinds.of(object.getClass()) instanceof NodeKind kind
        && kind.asksElements();
  }

  private static Collection<?> keys(Object table) {
    return table instanceof Map<?, ?> map ? map.keySet() : (Set<?>) table;
  }

  private static boolean finds(Object table, Object key) {
    return table instanceof Map<?, ?> map ? map.containsKey(key) : ((Set<?>) table).contains(key);
  }

  private boolean isMutable(Object key) {
    return !fixed.computeIfAbsent(key.getClass(), this::isFixed);
  }

  /** Whether the hash of each instance stays what it is. */
  private boolean isFixed(Class<?> type) {
    if (!(kinds.of(type) instanceof NodeKind kind)) {
      return true;
    }
    return hasIdentityHash(type) || (type.isRecord() && isMadeOfValues(kind.layout()));
  }

  private static boolean hasIdentityHash(Class<?> type) {
    try {
      return type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every object has a hash", e);
    }
  }

  private boolean isMadeOfValues(Layout layout) {
    return layout.body() == Body.NONE
        && layout.slots().stream()
            .allMatch(
                slot ->
                    slot.type().isPrimitive() || kinds.of(slot.declared()) instanceof ValueKind);
  }
}
