package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** The comparator inside a sorted container, where it can be reached. */
final class Order implements Insides {
  private static final String COMPARATOR = "comparator";

  /** What comes later is greater. */
  private static final Comparator<Object> ARRIVAL = (unusedLater, unusedEarlier) -> 1;

  private final Optional<PrivateField> map;
  private final Optional<PrivateField> comparator;

  private Order(Optional<PrivateField> map, Optional<PrivateField> comparator) {
    this.map = map;
    this.comparator = comparator;
  }

  /** That of a JDK class; of a set it is in the map inside. */
  static Order of(Access access, Class<?> type) {
    if (type == TreeSet.class) {
      return new Order(access.jdkField(type, "m"), access.jdkField(TreeMap.class, COMPARATOR));
    }
    if (type == ConcurrentSkipListSet.class) {
      return new Order(
          access.jdkField(type, "m"), access.jdkField(ConcurrentSkipListMap.class, COMPARATOR));
    }
    return new Order(Optional.empty(), access.jdkField(type, COMPARATOR));
  }

  /** Gives a comparator to an instance that was made without one. */
  void adopt(Object container, @Nullable Object value) {
    if (value != null) {
      comparator
          .orElseThrow(
              () -> new IllegalStateException(container.getClass() + " needs its comparator"))
          .set(owner(container), value);
    }
  }

  /**
   * Fills an empty container with what comes in the recorded order. Nobody is asked: a comparator,
   * or an element, may say something else now than when the program put it in.
   */
  @Override
  public void fill(Object container, Runnable filling) {
    if (comparator.isEmpty()) {
      filling.run();
      return;
    }
    Object owner = owner(container);
    Object own = comparator.get().get(owner);
    comparator.get().set(owner, ARRIVAL);
    try {
      filling.run();
    } finally {
      comparator.get().set(owner, own);
    }
  }

  /** A sorted set on a map that has another class is a window on somebody else's map. */
  @Override
  public Optional<String> obstacle(Object container) {
    boolean own =
        map.isEmpty()
            || map.get().get(container) instanceof TreeMap<?, ?>
            || map.get().get(container) instanceof ConcurrentSkipListMap<?, ?>;
    return own
        ? Optional.empty()
        : Optional.of("it is a window on another set; copy it into a set of its own");
  }

  private Object owner(Object container) {
    return map.isEmpty()
        ? container
        : Objects.requireNonNull(map.get().get(container), "a set without its map");
  }
}
