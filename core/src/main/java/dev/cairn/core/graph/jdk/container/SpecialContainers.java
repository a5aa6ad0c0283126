package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.container.Base.Traits;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Containers that have more than elements: a comparator, a bound, an order of access. */
final class SpecialContainers {
  private static final int LARGEST_ARRAY = 1 << 22;
  private static final String COMPARATOR = "comparator";
  private static final String BOUND = "bound";
  private static final String ACCESS_ORDER = "accessOrder";
  private static final String ELEMENT_TYPE = "elementType";
  private static final String DEFAULTS = "defaults";

  private final Access access;
  private final HashTables tables;
  private final Predicate<@Nullable Object> fixed;

  /**
   * All of them.
   *
   * @param fixed whether an object is of the sort that never changes
   */
  SpecialContainers(Access access, HashTables tables, Predicate<@Nullable Object> fixed) {
    this.access = access;
    this.tables = tables;
    this.fixed = fixed;
  }

  List<Base> all() {
    return List.of(
        linkedHashMap(),
        sorted(
            TreeMap.class, Traits.ORDERED_MAP, map -> order((SortedMap<?, ?>) map), TreeMap::new),
        sorted(TreeSet.class, Traits.ORDERED_SET, set -> order((SortedSet<?>) set), TreeSet::new),
        sorted(
            ConcurrentSkipListMap.class,
            Traits.SKIP_LIST_MAP,
            map -> order((SortedMap<?, ?>) map),
            ConcurrentSkipListMap::new),
        sorted(
            ConcurrentSkipListSet.class,
            Traits.ORDERED_SET,
            set -> order((SortedSet<?>) set),
            ConcurrentSkipListSet::new),
        sorted(
            PriorityQueue.class,
            Traits.ORDERED_SET,
            queue -> ((PriorityQueue<?>) queue).comparator(),
            PriorityQueue::new),
        sorted(
            PriorityBlockingQueue.class,
            Traits.ORDERED_SET,
            queue -> ((PriorityBlockingQueue<?>) queue).comparator(),
            order -> new PriorityBlockingQueue<>(11, order)),
        enumSet(),
        enumMap(),
        properties(),
        Base.simple(LinkedTransferQueue.class, Traits.QUEUE, LinkedTransferQueue::new),
        bounded(ArrayBlockingQueue.class, SpecialContainers::arrayQueue),
        bounded(LinkedBlockingQueue.class, LinkedBlockingQueue::new),
        bounded(LinkedBlockingDeque.class, LinkedBlockingDeque::new));
  }

  private static @Nullable Object order(SortedMap<?, ?> map) {
    return map.comparator();
  }

  private static @Nullable Object order(SortedSet<?> set) {
    return set.comparator();
  }

  private Base sorted(
      Class<?> type,
      Traits traits,
      Function<Object, @Nullable Object> getter,
      Function<@Nullable Comparator<Object>, Object> maker) {
    Order order = new Order(access, type, fixed);
    MadeSlot comparator = early(COMPARATOR, Comparator.class, Mark.COMPARED, getter);
    return new Base(
        type,
        Stream.concat(Stream.of(comparator), order.slots().stream()).toList(),
        traits,
        slots -> maker.apply(comparator(slots)),
        (object, slots) -> order.adopt(object, slots.get(COMPARATOR)),
        order);
  }

  private static MadeSlot early(
      String name, Class<?> type, Mark mark, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(Slot.made(name, type, mark).creating(), getter, (object, value) -> {});
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Comparator<Object> comparator(Map<String, @Nullable Object> slots) {
    return (Comparator<Object>) slots.get(COMPARATOR);
  }

  /** It makes all its room at once, and a snapshot can say any number. */
  private static Object arrayQueue(int bound) {
    if (bound > LARGEST_ARRAY) {
      throw new IllegalArgumentException("a queue with room for " + bound + " elements");
    }
    return new ArrayBlockingQueue<>(bound);
  }

  private static Base bounded(Class<?> type, IntFunction<Object> maker) {
    Function<Object, @Nullable Object> bound =
        queue -> ((BlockingQueue<?>) queue).remainingCapacity() + ((Collection<?>) queue).size();
    return new Base(
        type,
        List.of(early(BOUND, int.class, Mark.COMPARED, bound)),
        Traits.QUEUE,
        slots -> maker.apply(slots.get(BOUND) instanceof Integer n ? n : Integer.MAX_VALUE),
        (object, slots) -> {
          throw new IllegalStateException(object.getClass() + " needs its bound");
        },
        Insides.NONE);
  }

  private Base linkedHashMap() {
    Optional<PrivateField> field = access.jdkField(LinkedHashMap.class, ACCESS_ORDER);
    return new Base(
        LinkedHashMap.class,
        slotsOfLinkedHashMap(field),
        Traits.ORDERED_MAP,
        slots -> new LinkedHashMap<>(16, 0.75f, Boolean.TRUE.equals(slots.get(ACCESS_ORDER))),
        (object, slots) -> adoptOrder(object, field, slots),
        tables.ofOrdered());
  }

  private List<MadeSlot> slotsOfLinkedHashMap(Optional<PrivateField> field) {
    List<MadeSlot> slots = new ArrayList<>(tables.slotsOfOrdered());
    slots.add(early(ACCESS_ORDER, boolean.class, Mark.COMPARED, map -> isByAccess(map, field)));
    return slots;
  }

  private static void adoptOrder(
      Object map, Optional<PrivateField> field, Map<String, @Nullable Object> slots) {
    if (Boolean.TRUE.equals(slots.get(ACCESS_ORDER))) {
      field
          .orElseThrow(() -> new IllegalStateException(map.getClass() + " needs its order"))
          .setBits(map, 1);
    }
  }

  private static boolean isByAccess(Object map, Optional<PrivateField> field) {
    return field.isPresent()
        ? field.get().bits(map) != 0
        : seemsByAccess((LinkedHashMap<?, ?>) map);
  }

  /** What cannot be read can be tried, on a copy: does an access move an entry to the end? */
  @SuppressWarnings("unchecked")
  private static boolean seemsByAccess(LinkedHashMap<?, ?> map) {
    LinkedHashMap<Object, Object> copy = (LinkedHashMap<Object, Object>) map.clone();
    copy.clear();
    copy.put("first", "");
    copy.put("second", "");
    copy.get("first");
    return copy.keySet().iterator().next().equals("second");
  }

  private Base enumSet() {
    Function<Object, @Nullable Object> type =
        access
            .jdkField(EnumSet.class, "elementType")
            .<Function<Object, @Nullable Object>>map(field -> field::get)
            .orElse(SpecialContainers::elementType);
    return new Base(
        EnumSet.class,
        List.of(early(ELEMENT_TYPE, Class.class, Mark.COMPARED, type)),
        Traits.ORDERED_SET,
        slots -> noneOf(slots.get(ELEMENT_TYPE)),
        (object, slots) -> {},
        Insides.NONE);
  }

  /** Of an empty set that of what it lacks. */
  private static Object elementType(Object set) {
    EnumSet<?> elements = (EnumSet<?>) set;
    EnumSet<?> any = elements.isEmpty() ? EnumSet.complementOf(elements) : elements;
    return any.iterator().next().getDeclaringClass();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object noneOf(@Nullable Object type) {
    return EnumSet.noneOf((Class) requireType(type));
  }

  private static Class<?> requireType(@Nullable Object type) {
    if (type instanceof Class<?> found && found.isEnum()) {
      return found;
    }
    throw new IllegalArgumentException("not an enum: " + type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Base enumMap() {
    Optional<PrivateField> field = access.jdkField(EnumMap.class, "keyType");
    return new Base(
        EnumMap.class,
        List.of(early(ELEMENT_TYPE, Class.class, Mark.COMPARED, map -> keyType(map, field))),
        Traits.ORDERED_MAP,
        slots -> new EnumMap((Class) requireType(slots.get(ELEMENT_TYPE))),
        (object, slots) -> {
          throw new IllegalStateException(object.getClass() + " needs its key type");
        },
        Insides.NONE);
  }

  private static @Nullable Object keyType(Object map, Optional<PrivateField> field) {
    if (field.isPresent()) {
      return field.get().get(map);
    }
    EnumMap<?, ?> entries = (EnumMap<?, ?>) map;
    if (entries.isEmpty()) {
      throw new IllegalStateException("the key type of an empty EnumMap is closed to Cairn");
    }
    return entries.keySet().iterator().next().getDeclaringClass();
  }

  private Base properties() {
    Optional<PrivateField> field = access.jdkField(Properties.class, DEFAULTS);
    MadeSlot defaults =
        new MadeSlot(
            Slot.made(DEFAULTS, Properties.class, Mark.COMPARED),
            object -> field.isPresent() ? field.get().get(object) : null,
            (object, value) -> field.ifPresent(known -> known.set(object, value)));
    return new Base(
        Properties.class,
        Stream.concat(Stream.of(defaults), tables.slots().stream()).toList(),
        Traits.HASH_MAP,
        slots -> new Properties(),
        (object, slots) -> {},
        tables);
  }
}
