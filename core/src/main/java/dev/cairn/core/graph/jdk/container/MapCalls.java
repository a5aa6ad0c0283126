package dev.cairn.core.graph.jdk.container;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the methods of a map are called: those of the JDK's class, never an override. */
interface MapCalls {
  /** In the place of null, which cannot be computed, until it is put there. */
  Object PLACEHOLDER = new Object();

  int size(Object map);

  Iterator<? extends Map.Entry<?, ?>> iterator(Object map);

  void clear(Object map);

  void put(Object map, @Nullable Object key, @Nullable Object value);

  /**
   * Puts the entry that makes a map complete. A hash map that was filled by merging or computing
   * may hold one entry more than one that was filled by putting, before its table grows; so the
   * last entry must not come by a put, which would let the table grow and change the order.
   */
  void putLast(Object map, @Nullable Object key, @Nullable Object value);

  /** For classes of the JDK itself. */
  @SuppressWarnings("unchecked")
  final class Plain implements MapCalls {
    @Override
    public int size(Object map) {
      return ((Map<?, ?>) map).size();
    }

    @Override
    public Iterator<? extends Map.Entry<?, ?>> iterator(Object map) {
      return ((Map<?, ?>) map).entrySet().iterator();
    }

    @Override
    public void clear(Object map) {
      ((Map<?, ?>) map).clear();
    }

    @Override
    public void put(Object map, @Nullable Object key, @Nullable Object value) {
      ((Map<@Nullable Object, @Nullable Object>) map).put(key, value);
    }

    @Override
    public void putLast(Object map, @Nullable Object key, @Nullable Object value) {
      if (map instanceof HashMap<?, ?>) {
        Object computed = value == null ? PLACEHOLDER : value;
        ((Map<@Nullable Object, Object>) map).computeIfAbsent(key, absent -> computed);
      }
      if (!(map instanceof HashMap<?, ?>) || value == null) {
        put(map, key, value);
      }
    }
  }
}
