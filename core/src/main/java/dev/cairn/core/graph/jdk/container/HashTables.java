package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The size of the table inside a hash map: with the order of insertion it decides the order of
 * iteration. Known only where the JDK's private fields can be reached; 0 where not.
 */
final class HashTables {
  private static final String CAPACITY = "capacity";
  private static final String LOAD_FACTOR = "loadFactor";
  private static final Set<String> TREES = Set.of("TreeNode", "TreeBin");

  private final Optional<PrivateField> mapOfSet;
  private final Table hash;
  private final Table concurrent;
  private final Optional<PrivateField> loadFactor;

  HashTables(Access access) {
    this.mapOfSet = access.jdkField(HashSet.class, "map");
    this.hash = Table.of(access, HashMap.class, "threshold");
    this.loadFactor = access.jdkField(HashMap.class, LOAD_FACTOR);
    this.concurrent = Table.of(access, ConcurrentHashMap.class, "sizeCtl");
  }

  /**
   * Where a map keeps its table, and where it keeps the size of the table it will make.
   *
   * @param array empty where it cannot be reached
   * @param next empty where it cannot be reached
   */
  private record Table(Optional<PrivateField> array, Optional<PrivateField> next) {
    static Table of(Access access, Class<?> owner, String next) {
      return new Table(access.jdkField(owner, "table"), access.jdkField(owner, next));
    }

    int capacity(Object map) {
      if (array.isEmpty() || next.isEmpty()) {
        return 0;
      }
      Object table = array.get().get(map);
      return table == null ? (int) next.get().bits(map) : Array.getLength(table);
    }

    boolean holds(Object map, Set<String> kinds) {
      if (array.isEmpty() || !(array.get().get(map) instanceof Object[] bins)) {
        return false;
      }
      return Stream.of(bins)
          .anyMatch(bin -> bin != null && kinds.contains(bin.getClass().getSimpleName()));
    }

    void reset(Object map, int capacity) {
      array.ifPresent(field -> field.set(map, null));
      next.ifPresent(field -> field.setBits(map, capacity));
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
    return map(container)
        .flatMap(map -> loadFactor.map(field -> Float.intBitsToFloat((int) field.bits(map))))
        .orElse(0f);
  }

  private void setLoadFactor(Object container, @Nullable Object recorded) {
    if (recorded instanceof Float factor && factor > 0 && factor != loadFactor(container)) {
      map(container)
          .ifPresent(
              map -> loadFactor.ifPresent(f -> f.setBits(map, Float.floatToRawIntBits(factor))));
    }
  }

  /** The hash map that a container is, or is made of. */
  private Optional<Object> map(Object container) {
    if (container instanceof HashSet<?>) {
      return mapOfSet.map(field -> inner(field, container));
    }
    return container instanceof HashMap<?, ?> ? Optional.of(container) : Optional.empty();
  }

  private int capacity(Object container) {
    if (container instanceof HashSet<?>) {
      return mapOfSet.map(field -> capacity(inner(field, container))).orElse(0);
    }
    return container instanceof HashMap<?, ?>
        ? hash.capacity(container)
        : concurrent.capacity(container);
  }

  /**
   * Why the order of a container would not come back: a bucket that many keys share is a tree, and
   * the order in it depends on its whole past.
   */
  Optional<String> obstacle(Object container) {
    if (container instanceof HashSet<?>) {
      return mapOfSet.flatMap(field -> obstacle(inner(field, container)));
    }
    boolean tree =
        container instanceof HashMap<?, ?>
            ? hash.holds(container, TREES)
            : concurrent.holds(container, TREES);
    return tree
        ? Optional.of(
            "so many of its keys share a bucket that their order could not be brought back; give"
                + " them better hash codes, or keep them in a LinkedHashMap")
        : Optional.empty();
  }

  /** Gives an empty container a table of the recorded size. */
  void prepare(Object container, Map<String, @Nullable Object> slots) {
    int capacity = slots.get(CAPACITY) instanceof Integer recorded ? recorded : -1;
    if (capacity < 0) {
      return;
    }
    if (container instanceof HashSet<?>) {
      mapOfSet.ifPresent(field -> prepare(inner(field, container), slots));
    } else if (container instanceof HashMap<?, ?>) {
      hash.reset(container, capacity);
    } else {
      concurrent.reset(container, capacity);
    }
  }

  private static Object inner(PrivateField field, Object set) {
    return Objects.requireNonNull(field.get(set), "a set without a map");
  }
}
