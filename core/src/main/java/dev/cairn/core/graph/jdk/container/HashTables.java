package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The size of the table inside a hash map: with the order of insertion it decides the order of
 * iteration. Known only where the JDK's private fields can be reached; 0 where not.
 */
final class HashTables {
  private static final String CAPACITY = "capacity";
  private static final String LOAD_FACTOR = "loadFactor";
  private static final String MAP = "map";
  private static final Set<String> TREES = Set.of("TreeNode", "TreeBin");

  private final Optional<PrivateField> mapOfSet;
  private final Optional<PrivateField> mapOfProperties;
  private final Table hash;
  private final Table concurrent;
  private final Table old;
  private final StaleKeys staleKeys;

  HashTables(Access access) {
    this.mapOfSet = access.jdkField(HashSet.class, MAP);
    this.mapOfProperties = access.jdkField(Properties.class, MAP);
    this.hash = Table.of(access, HashMap.class, "threshold");
    this.concurrent = Table.of(access, ConcurrentHashMap.class, "sizeCtl");
    this.old = Table.of(access, Hashtable.class, "threshold");
    this.staleKeys = new StaleKeys(access);
  }

  /**
   * Where a map keeps its table, where it keeps the size of the table it will make, and when it
   * grows; each empty where it cannot be reached, or where there is no such thing.
   */
  private record Table(
      Optional<PrivateField> array,
      Optional<PrivateField> next,
      Optional<PrivateField> loadFactor) {
    static Table of(Access access, Class<?> owner, String next) {
      return new Table(
          access.jdkField(owner, "table"),
          access.jdkField(owner, next),
          owner == ConcurrentHashMap.class
              ? Optional.empty()
              : access.jdkField(owner, LOAD_FACTOR));
    }

    int capacity(Object map) {
      if (array.isEmpty() || next.isEmpty()) {
        return 0;
      }
      Object table = array.get().get(map);
      return table == null ? (int) next.get().bits(map) : Array.getLength(table);
    }

    Object @Nullable [] bins(Object map) {
      return array.isPresent() ? (Object[]) array.get().get(map) : null;
    }

    float loadFactor(Object map) {
      return loadFactor.map(field -> Float.intBitsToFloat((int) field.bits(map))).orElse(0f);
    }

    void setLoadFactor(Object map, float factor) {
      loadFactor.ifPresent(field -> field.setBits(map, Float.floatToRawIntBits(factor)));
    }

    /** A table that is made when the first entry comes. */
    void reset(Object map, int capacity) {
      array.ifPresent(field -> field.set(map, null));
      next.ifPresent(field -> field.setBits(map, capacity));
    }

    /** A table that is there from the beginning, of an old class. */
    void replace(Object map, int capacity) {
      Object[] bins = bins(map);
      if (bins != null) {
        Class<?> type = bins.getClass().getComponentType();
        array.ifPresent(field -> field.set(map, Array.newInstance(type, capacity)));
        limit(map);
      }
    }

    void limit(Object map) {
      next.ifPresent(field -> field.setBits(map, (int) (capacity(map) * loadFactor(map))));
    }
  }

  /** The slots of a container's table: its size, and when it grows. */
  List<MadeSlot> slots() {
    return List.of(
        new MadeSlot(
            Slot.made(CAPACITY, int.class, Mark.UNCOMPARED), this::capacity, (object, value) -> {}),
        new MadeSlot(
            Slot.made(LOAD_FACTOR, float.class, Mark.UNCOMPARED),
            this::loadFactor,
            this::setLoadFactor));
  }

  private float loadFactor(Object container) {
    return owner(container).map(map -> table(map).loadFactor(map)).orElse(0f);
  }

  private void setLoadFactor(Object container, @Nullable Object recorded) {
    if (recorded instanceof Float factor && factor > 0 && factor != loadFactor(container)) {
      owner(container).ifPresent(map -> setLoadFactor(map, table(map), factor));
    }
  }

  private static void setLoadFactor(Object map, Table table, float factor) {
    table.setLoadFactor(map, factor);
    if (map instanceof Hashtable<?, ?>) {
      table.limit(map);
    }
  }

  /** The map that has the table: the container itself, or one inside it. */
  private Optional<Object> owner(Object container) {
    if (container instanceof HashSet<?>) {
      return mapOfSet.map(field -> inner(field, container));
    }
    return container instanceof Properties
        ? mapOfProperties.map(field -> inner(field, container))
        : Optional.of(container);
  }

  private static Object inner(PrivateField field, Object container) {
    return Objects.requireNonNull(field.get(container), "a container without its map");
  }

  private Table table(Object map) {
    if (map instanceof HashMap<?, ?>) {
      return hash;
    }
    return map instanceof Hashtable<?, ?> ? old : concurrent;
  }

  private int capacity(Object container) {
    return owner(container).map(map -> table(map).capacity(map)).orElse(0);
  }

  /**
   * Why a container would not come back as it is: a bucket that many keys share is a tree, and the
   * order in it depends on its whole past; a key that changed is where nobody finds it.
   *
   * @param ordered whether the order does not come from the table
   */
  Optional<String> obstacle(Object container, boolean ordered) {
    return owner(container).flatMap(map -> obstacle(map, table(map).bins(map), ordered));
  }

  private Optional<String> obstacle(Object map, Object @Nullable [] bins, boolean ordered) {
    if (bins == null) {
      return Optional.empty();
    }
    for (Object bin : bins) {
      if (bin != null && !ordered && TREES.contains(bin.getClass().getSimpleName())) {
        return Optional.of(
            "so many of its keys share a bucket that their order could not be brought back; give"
                + " them better hash codes, or keep them in a LinkedHashMap");
      }
    }
    return staleKeys.obstacle(map, bins);
  }

  /** Gives an empty container a table of the recorded size. */
  void prepare(Object container, Map<String, @Nullable Object> slots) {
    int capacity = slots.get(CAPACITY) instanceof Integer recorded ? recorded : -1;
    if (capacity >= 0) {
      owner(container).ifPresent(map -> prepare(map, capacity));
    }
  }

  private void prepare(Object map, int capacity) {
    if (map instanceof Hashtable<?, ?>) {
      old.replace(map, capacity);
    } else {
      table(map).reset(map, capacity);
    }
  }
}
