package dev.cairn.core.graph.jdk;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the methods of a map are called: those of the JDK's class, never an override. */
interface MapCalls {
  int size(Object map);

  Iterator<? extends Map.Entry<?, ?>> iterator(Object map);

  void clear(Object map);

  void put(Object map, @Nullable Object key, @Nullable Object value);

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
  }
}
