package dev.cairn.core.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The same content, come about in another way. */
final class Refilling {
  private static final int MANY = 300;
  private static final Set<Class<?>> TABLES =
      Set.of(
          HashMap.class,
          HashSet.class,
          Hashtable.class,
          IdentityHashMap.class,
          ConcurrentHashMap.class);

  private Refilling() {}

  /** Fills hash tables in another order, with larger tables, and gives lists more room. */
  @SuppressWarnings("unchecked")
  static void all(Iterable<Object> objects, long seed) {
    Random random = new Random(seed);
    for (Object object : objects) {
      if (object.getClass() == ArrayList.class) {
        ((ArrayList<?>) object).ensureCapacity(MANY);
      } else if (object instanceof StringBuilder builder) {
        builder.ensureCapacity(MANY);
      } else if (TABLES.contains(object.getClass())) {
        if (object instanceof Map<?, ?>) {
          map((Map<Object, Object>) object, random);
        } else {
          set((Set<Object>) object, random);
        }
      }
    }
  }

  private static void map(Map<Object, Object> map, Random random) {
    List<Object> keys = new ArrayList<>(map.keySet());
    List<Object> values = new ArrayList<>(map.values());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    map.clear();
    for (int i = 0; i < MANY; i++) {
      map.put(i, i);
    }
    map.clear();
    order.forEach(i -> map.put(keys.get(i), values.get(i)));
  }

  private static void set(Set<Object> set, Random random) {
    List<Object> elements = new ArrayList<>(set);
    Collections.shuffle(elements, random);
    set.clear();
    for (int i = 0; i < MANY; i++) {
      set.add(i);
    }
    set.clear();
    set.addAll(elements);
  }
}
