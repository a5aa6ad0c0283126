package dev.cairn.core.differential.program;

import static dev.cairn.core.differential.program.Making.any;
import static dev.cairn.core.differential.program.Making.made;
import static dev.cairn.core.differential.program.Making.some;

import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Colour;
import dev.cairn.core.differential.program.AppModel.NamedSet;
import dev.cairn.core.differential.program.AppModel.Pair;
import dev.cairn.core.differential.program.AppModel.Recent;
import dev.cairn.core.differential.program.AppModel.Register;
import dev.cairn.core.differential.program.AppModel.TaggedList;
import dev.cairn.core.differential.program.AppModel.Tally;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes containers of every sort, empty ones to be filled and fixed ones around objects. */
public final class MakingContainers {

  private MakingContainers() {}

  static Object sequence(SplittableRandom random, Heap heap) {
    Object made =
        switch (random.nextInt(14)) {
          case 0, 1 -> new ArrayList<>();
          case 2 -> new LinkedList<>();
          case 3 -> new Vector<>();
          case 4 -> new Stack<>();
          case 5 -> new CopyOnWriteArrayList<>();
          case 6 -> new ArrayDeque<>();
          case 7 -> new ConcurrentLinkedQueue<>();
          case 8 -> new ConcurrentLinkedDeque<>();
          case 9 -> new LinkedBlockingQueue<>(1000);
          case 10 -> new LinkedBlockingDeque<>();
          case 11 -> new ArrayBlockingQueue<>(500);
          default -> new TaggedList();
        };
    return made(random, heap, made);
  }

  static Object set(SplittableRandom random, Heap heap) {
    Comparator<Object> order = order(random, heap);
    Object made =
        switch (random.nextInt(14)) {
          case 0, 1 -> new HashSet<>();
          case 2 -> new HashSet<>(random.nextInt(200));
          case 3, 4 -> new LinkedHashSet<>();
          case 5 -> new TreeSet<>(order);
          case 6 -> new TreeSet<>();
          case 7 -> new PriorityQueue<>(order);
          case 8 -> new PriorityBlockingQueue<>(5, order);
          case 9 -> new ConcurrentSkipListSet<>(stableOrder(random));
          case 10 -> ConcurrentHashMap.newKeySet();
          case 11 -> EnumSet.of(Keys.colour(random));
          case 12 -> new CopyOnWriteArraySet<>();
          default -> new NamedSet();
        };
    return made(random, heap, made);
  }

  static Object map(SplittableRandom random, Heap heap) {
    Comparator<Object> order = order(random, heap);
    Object made =
        switch (random.nextInt(18)) {
          case 0, 1, 2 -> new HashMap<>();
          case 3 -> new HashMap<>(random.nextInt(200), random.nextBoolean() ? 0.75f : 3f);
          case 4, 5 -> new LinkedHashMap<>();
          case 6, 7 -> new LinkedHashMap<>(16, 0.75f, true);
          case 8 -> new TreeMap<>(order);
          case 9 -> new TreeMap<>();
          case 10 -> new ConcurrentHashMap<>();
          case 11 -> new ConcurrentSkipListMap<>(stableOrder(random));
          case 12 -> new IdentityHashMap<>();
          case 13 -> new Hashtable<>();
          case 14 -> new EnumMap<>(Colour.class);
          case 15 -> new Recent(2 + random.nextInt(5));
          case 16 -> new Tally();
          default -> random.nextInt(3) == 0 ? new Properties() : new Register(order);
        };
    return made(random, heap, made);
  }

  private static Comparator<Object> order(SplittableRandom random, Heap heap) {
    return switch (random.nextInt(4)) {
      case 0 -> stableOrder(random);
      case 1 ->
          (ByText)
              heap.pick(random, ByText.class::isInstance)
                  .orElseGet(() -> made(random, heap, new ByText()));
      default -> made(random, heap, new ByText());
    };
  }

  /** An order that cannot be spoilt: a spoilt skip list finds by chance. */
  @SuppressWarnings("unchecked")
  private static Comparator<Object> stableOrder(SplittableRandom random) {
    Comparator<String> order =
        random.nextBoolean() ? Comparator.reverseOrder() : String.CASE_INSENSITIVE_ORDER;
    return (Comparator<Object>) (Comparator<?>) order;
  }

  /** Objects that never change, around others. */
  static Object fixed(SplittableRandom random, Heap heap) {
    Object first = some(random, heap);
    Object second = some(random, heap);
    String key = "key" + random.nextInt(9);
    Object made =
        switch (random.nextInt(15)) {
          case 0, 1, 2 -> new Pair(first, random.nextBoolean() ? second : null);
          case 3 -> List.of(first, second);
          case 4 -> List.of(first, second, first);
          case 5 -> new ArrayList<>(Arrays.asList(first, null)).stream().toList();
          case 6 -> Set.of("a" + random.nextInt(9), "b", 7L);
          case 7 -> Map.of("first", first, "second", second);
          case 8 -> Map.of(key, first);
          case 9 -> Optional.of(first);
          case 10 -> Map.entry(first, second);
          case 11 -> Collections.singletonList(first);
          case 12 -> Collections.singletonMap(key, second);
          case 13 -> Collections.nCopies(3, first);
          default -> new AbstractMap.SimpleImmutableEntry<>(first, second);
        };
    return made(random, heap, made);
  }

  /** Objects through which one sees or changes others. */
  static Object wrapper(SplittableRandom random, Heap heap) {
    List<Object> list = list(random, heap);
    Map<Object, Object> map = hashMap(random, heap);
    Object made =
        switch (random.nextInt(15)) {
          case 0 -> Arrays.asList(some(random, heap), any(random, heap));
          case 1 -> Collections.unmodifiableList(list);
          case 2 -> Collections.synchronizedList(list);
          case 3 -> Collections.checkedList(list, Object.class);
          case 4 -> Collections.unmodifiableCollection(list);
          case 5 -> Collections.synchronizedMap(map);
          case 6 -> Collections.unmodifiableMap(map);
          case 7 -> Collections.checkedMap(map, Object.class, Object.class);
          case 8 -> map.keySet();
          case 9 -> map.values();
          case 10 -> map.entrySet();
          case 11 -> Collections.unmodifiableSet(new LinkedHashSet<>(Set.of("k" + map.size())));
          case 12 -> Collections.synchronizedSortedMap(new TreeMap<>());
          case 13 -> Collections.reverseOrder(made(random, heap, new ByText()));
          default -> new AbstractMap.SimpleEntry<@Nullable Object, @Nullable Object>("e", list);
        };
    return made(random, heap, made);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(SplittableRandom random, Heap heap) {
    return (List<Object>)
        heap.pick(random, o -> o.getClass() == ArrayList.class || o instanceof LinkedList)
            .orElseGet(() -> made(random, heap, new ArrayList<>()));
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> hashMap(SplittableRandom random, Heap heap) {
    return (Map<Object, Object>)
        heap.pick(random, o -> o.getClass() == HashMap.class || o.getClass() == TreeMap.class)
            .orElseGet(() -> made(random, heap, new HashMap<>()));
  }
}
