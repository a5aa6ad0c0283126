package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.structure.StaleKeys;
import dev.cairn.core.graph.jdk.structure.Table;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The insides of hash maps and of what is made of one: with the order of insertion they decide the
 * order of iteration. Known only where the JDK's private fields can be reached.
 */
final class HashTables implements Insides {
  /** A snapshot can say any number, and the table is made at once. */
  private static final int LARGEST = 1 << 26;

  private static final String CAPACITY = "capacity";
  private static final String LOAD_FACTOR = "loadFactor";
  private static final String THRESHOLD = "threshold";
  private static final String TREES = "trees";

  private final boolean trusted;
  private final StaleKeys staleKeys;
  private final Optional<PrivateField> mapOfSet;
  private final Optional<PrivateField> mapOfProperties;
  private final Optional<Table> hash;
  private final Optional<Table> concurrent;
  private final Optional<PrivateField> loadFactor;

  HashTables(Access access) {
    this.trusted = access.isTrusted();
    this.staleKeys = new StaleKeys(access);
    this.mapOfSet = access.jdkField(HashSet.class, "map");
    this.mapOfProperties = access.jdkField(Properties.class, "map");
    this.hash = Table.ofHashMap(access, HashMap.class);
    this.loadFactor = access.jdkField(HashMap.class, LOAD_FACTOR);
    this.concurrent = Table.ofConcurrent(access, ConcurrentHashMap.class);
  }

  /** The slots of a container's table. */
  List<MadeSlot> slots() {
    return List.of(
        capacity(),
        factor(),
        made(THRESHOLD, int.class, container -> tableOf(container).map(Inner::threshold).orElse(0)),
        made(TREES, String.class, container -> tableOf(container).map(Inner::trees).orElse(null)));
  }

  /** Those of a container that keeps an order of its own. */
  List<MadeSlot> slotsOfOrdered() {
    return List.of(capacity(), factor());
  }

  private MadeSlot capacity() {
    return made(
        CAPACITY, int.class, container -> tableOf(container).map(Inner::capacity).orElse(0));
  }

  private MadeSlot factor() {
    return new MadeSlot(
        Slot.made(LOAD_FACTOR, float.class, Mark.UNCOMPARED),
        this::loadFactor,
        this::setLoadFactor);
  }

  private static MadeSlot made(
      String name, Class<?> type, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(Slot.made(name, type, Mark.UNCOMPARED), getter, (object, value) -> {});
  }

  /** A hash map and how its table is reached. */
  private record Inner(Object map, Table table) {
    int capacity() {
      return table.capacity(map);
    }

    int threshold() {
      return table.threshold(map);
    }

    @Nullable String trees() {
      return table.trees(map);
    }
  }

  /** The hash map that a container is, or is made of. */
  private Optional<Object> mapOf(Object container) {
    if (container instanceof HashSet<?>) {
      return mapOfSet.map(field -> inner(field, container));
    }
    if (container instanceof Properties) {
      return mapOfProperties.map(field -> inner(field, container));
    }
    return Optional.of(container);
  }

  private static Object inner(PrivateField field, Object container) {
    return Objects.requireNonNull(field.get(container), "a container without a map");
  }

  private Optional<Inner> tableOf(Object container) {
    return mapOf(container)
        .flatMap(
            map ->
                (map instanceof HashMap ? hash : concurrent).map(table -> new Inner(map, table)));
  }

  private float loadFactor(Object container) {
    return mapOf(container)
        .filter(HashMap.class::isInstance)
        .flatMap(map -> loadFactor.map(field -> Float.intBitsToFloat((int) field.bits(map))))
        .orElse(0f);
  }

  private void setLoadFactor(Object container, @Nullable Object recorded) {
    if (recorded instanceof Float factor && factor > 0 && factor != loadFactor(container)) {
      mapOf(container)
          .ifPresent(
              map -> loadFactor.ifPresent(f -> f.setBits(map, Float.floatToRawIntBits(factor))));
    }
  }

  private static int number(Map<String, @Nullable Object> slots, String name) {
    return slots.get(name) instanceof Integer number ? number : 0;
  }

  /** Gives an empty container a table of the recorded size. */
  @Override
  public void prepare(Object container, Map<String, @Nullable Object> slots) {
    int capacity = number(slots, CAPACITY);
    if (capacity > LARGEST) {
      throw new IllegalArgumentException("a table of " + capacity + " buckets");
    }
    if (capacity >= 0) {
      tableOf(container).ifPresent(inner -> inner.table().reset(inner.map(), capacity));
    }
  }

  /**
   * Filling gives many keys of one bucket a table or an order of their own: then the entries are
   * put where they were.
   */
  @Override
  public void settle(
      Object container, Map<String, @Nullable Object> slots, @Nullable Object[] elements) {
    int capacity = number(slots, CAPACITY);
    if (number(slots, THRESHOLD) < 0 || Integer.bitCount(capacity) != 1) {
      return;
    }
    tableOf(container)
        .ifPresent(
            inner -> {
              Object trees = slots.get(TREES);
              if (inner.table().isOther(inner.map(), capacity, trees)) {
                int step = container instanceof HashSet<?> ? 1 : 2;
                inner.table().arrange(inner.map(), capacity, trees, places(elements, step));
              }
              inner.table().setThreshold(inner.map(), number(slots, THRESHOLD));
            });
  }

  private static IdentityHashMap<Object, Integer> places(@Nullable Object[] elements, int step) {
    IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < elements.length; i += step) {
      places.put(elements[i], i / step);
    }
    return places;
  }

  /**
   * Where this JDK's hash maps are others, nothing is known of their order; a key that changed is
   * where nobody finds it.
   */
  @Override
  public Optional<String> obstacle(Object container) {
    Optional<Inner> inner = tableOf(container);
    if (inner.isPresent()) {
      return staleKeys(inner.get());
    }
    return trusted
        ? Optional.of(
            "this JDK makes its hash maps in another way than those that Cairn knows; keep the"
                + " elements in a LinkedHashMap or LinkedHashSet")
        : Optional.empty();
  }

  private Optional<String> staleKeys(Inner inner) {
    return staleKeys.obstacle(inner.map(), inner.table().firsts(inner.map()));
  }

  /** For containers that keep another order anyhow. */
  Insides ofOrdered() {
    return new Insides() {
      @Override
      public void prepare(Object container, Map<String, @Nullable Object> slots) {
        HashTables.this.prepare(container, slots);
      }

      @Override
      public Optional<String> obstacle(Object container) {
        return tableOf(container).flatMap(HashTables.this::staleKeys);
      }
    };
  }
}
