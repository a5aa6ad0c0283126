package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.structure.SortedTree;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What decides the order of a sorted container: its comparator, and of a tree, where the order may
 * have changed since elements were put in, the shape. Known where they can be reached.
 */
final class Order implements Insides {
  private static final String COMPARATOR = "comparator";
  private static final String TREE = "tree";

  /** What comes later is greater. */
  private static final Comparator<Object> ARRIVAL = (unusedLater, unusedEarlier) -> 1;

  private final Optional<PrivateField> map;
  private final Optional<PrivateField> comparator;
  private final boolean sortsByTree;
  private final Optional<SortedTree> tree;
  private final Predicate<@Nullable Object> fixed;

  /**
   * That of a JDK class; of a set it is in the map inside.
   *
   * @param fixed whether a key, or a comparator, is of the sort that never changes
   */
  Order(Access access, Class<?> type, Predicate<@Nullable Object> fixed) {
    Optional<Class<?>> inside = inside(type);
    this.map = inside.flatMap(found -> access.jdkField(type, "m"));
    this.comparator = access.jdkField(inside.orElse(type), COMPARATOR);
    this.sortsByTree = inside.orElse(type) == TreeMap.class;
    this.tree = sortsByTree ? SortedTree.of(access) : Optional.empty();
    this.fixed = fixed;
  }

  private static Optional<Class<?>> inside(Class<?> type) {
    if (type == TreeSet.class) {
      return Optional.of(TreeMap.class);
    }
    return type == ConcurrentSkipListSet.class
        ? Optional.of(ConcurrentSkipListMap.class)
        : Optional.empty();
  }

  /** What there is besides elements and comparator. */
  List<MadeSlot> slots() {
    Slot slot = Slot.made(TREE, String.class, Mark.UNCOMPARED);
    return sortsByTree
        ? List.of(new MadeSlot(slot, this::shape, (object, value) -> {}))
        : List.of();
  }

  private @Nullable Object shape(Object container) {
    return tree.isPresent() && owner(container) instanceof TreeMap<?, ?> sorted
        ? tree.get().shape(sorted, isFixed(sorted) ? fixed : key -> false).orElse(null)
        : null;
  }

  private boolean isFixed(TreeMap<?, ?> sorted) {
    Object own = comparator.map(field -> field.get(sorted)).orElse(null);
    return own == null || fixed.test(own);
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

  @Override
  public void settle(
      Object container, Map<String, @Nullable Object> slots, @Nullable Object[] elements) {
    if (tree.isPresent()
        && slots.get(TREE) instanceof String shape
        && owner(container) instanceof TreeMap<?, ?> sorted) {
      tree.get().reshape(sorted, shape);
    }
  }

  @Override
  public boolean tellsPlaces() {
    return tree.isPresent();
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
