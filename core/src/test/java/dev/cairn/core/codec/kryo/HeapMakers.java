package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.kryo.HeapModel.ByText;
import dev.cairn.core.codec.kryo.HeapModel.Colour;
import dev.cairn.core.codec.kryo.HeapModel.Failure;
import dev.cairn.core.codec.kryo.HeapModel.Key;
import dev.cairn.core.codec.kryo.HeapModel.Node;
import dev.cairn.core.codec.kryo.HeapModel.Outer;
import dev.cairn.core.codec.kryo.HeapModel.Pair;
import dev.cairn.core.codec.kryo.HeapModel.Point;
import dev.cairn.core.codec.kryo.HeapModel.Recent;
import dev.cairn.core.codec.kryo.HeapModel.TaggedList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
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
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Makes single objects of every sort, by a seeded generator. */
@SuppressWarnings({"BadImport", "EnumOrdinal", "JavaUtilDate"}) // odd things are what is tested
final class HeapMakers {
  private final SplittableRandom random;
  private final List<Supplier<Object>> plain = new ArrayList<>();

  HeapMakers(SplittableRandom random) {
    this.random = random;
    application();
    arrays();
    sequences();
    maps();
    holders();
  }

  /** A new object that can still be changed or stands alone. */
  Object make() {
    return plain.get(random.nextInt(plain.size())).get();
  }

  /** A new object around others, fixed for ever. */
  Object wrap(Object first, Object second) {
    return switch (random.nextInt(14)) {
      case 0 -> new Pair(first, second);
      case 1 -> List.of(first, second);
      case 2 -> first == second ? Set.of(first) : Set.of("a" + random.nextInt(9), "b", 7L);
      case 3 -> Map.of("first", first, "second", second);
      case 4 -> Optional.of(first);
      case 5 -> Map.entry(first, second);
      case 6 -> Arrays.asList(first, second);
      case 7 -> Collections.singletonList(first);
      case 8 -> Collections.unmodifiableList(new ArrayList<>(List.of(first, second)));
      case 9 -> Collections.synchronizedMap(new HashMap<>(Map.of("k", first)));
      case 10 -> Arrays.asList(first, null, second).stream().toList();
      case 11 -> new AbstractMap.SimpleEntry<>(first, second);
      case 12 -> new Outer().anonymous(random.nextInt(5), first);
      default -> Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("k", second)));
    };
  }

  /** A value without identity. */
  Object value() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextInt(1000);
      case 1 -> "text" + random.nextInt(50);
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      case 4 -> Colour.values()[random.nextInt(3)];
      case 5 -> LocalDate.ofEpochDay(random.nextInt(20000));
      case 6 -> new BigDecimal("1." + random.nextInt(100));
      case 7 -> new UUID(random.nextLong(), random.nextLong());
      case 8 -> random.nextBoolean();
      default -> "Über" + (char) random.nextInt(0x20, 0xD000);
    };
  }

  /** Something fit to be a key. */
  Object key() {
    return switch (random.nextInt(4)) {
      case 0 -> new Key(random.nextInt(40));
      case 1 -> new Point(random.nextInt(5), random.nextInt(5), null);
      case 2 -> random.nextInt(60);
      default -> "key" + random.nextInt(60);
    };
  }

  private void application() {
    plain.add(this::node);
    plain.add(this::node);
    plain.add(this::node);
    plain.add(() -> new Key(random.nextInt(1000)));
    plain.add(() -> new Point(random.nextInt(9), random.nextDouble(), "p"));
    plain.add(TaggedList::new);
    plain.add(() -> new Recent(2 + random.nextInt(5)));
    plain.add(Outer::new);
    plain.add(() -> new Outer().new Inner());
    plain.add(() -> new Failure("failed", random.nextInt(9)));
    plain.add(Object::new);
  }

  Node node() {
    Node node = new Node("n" + random.nextInt(1000));
    node.count = random.nextInt(10);
    node.ratio = (float) random.nextDouble();
    node.amount = random.nextBoolean() ? Double.NaN : random.nextDouble();
    node.letter = (char) random.nextInt(300);
    node.colour = random.nextBoolean() ? null : Colour.values()[random.nextInt(3)];
    return node;
  }

  private void arrays() {
    plain.add(() -> new int[random.nextInt(5)]);
    plain.add(() -> new double[] {random.nextDouble(), -0.0});
    plain.add(() -> new byte[random.nextInt(40)]);
    plain.add(() -> new boolean[] {true, random.nextBoolean()});
    plain.add(() -> new char[] {'a', (char) random.nextInt(9)});
    plain.add(() -> new Object[1 + random.nextInt(4)]);
    plain.add(() -> new String[] {"x", null});
    plain.add(() -> new Node[1 + random.nextInt(3)]);
    plain.add(() -> new long[2][random.nextInt(3)]);
  }

  private void sequences() {
    plain.add(ArrayList::new);
    plain.add(ArrayList::new);
    plain.add(LinkedList::new);
    plain.add(Vector::new);
    plain.add(CopyOnWriteArrayList::new);
    plain.add(ArrayDeque::new);
    plain.add(HashSet::new);
    plain.add(LinkedHashSet::new);
    plain.add(() -> new TreeSet<Object>(new ByText()));
    plain.add(() -> new PriorityQueue<Object>(new ByText()));
    plain.add(ConcurrentLinkedQueue::new);
    plain.add(() -> new LinkedBlockingQueue<>(1000));
    plain.add(ConcurrentHashMap::newKeySet);
    plain.add(() -> EnumSet.of(Colour.GREEN));
  }

  private void maps() {
    plain.add(HashMap::new);
    plain.add(HashMap::new);
    plain.add(LinkedHashMap::new);
    plain.add(() -> new LinkedHashMap<>(16, 0.75f, true));
    plain.add(() -> new TreeMap<Object, Object>(new ByText()));
    plain.add(ConcurrentHashMap::new);
    plain.add(() -> new ConcurrentSkipListMap<Object, Object>(new ByText()));
    plain.add(IdentityHashMap::new);
    plain.add(Hashtable::new);
    plain.add(() -> new EnumMap<>(Map.of(Colour.BLUE, "b")));
  }

  private void holders() {
    plain.add(() -> new AtomicInteger(random.nextInt()));
    plain.add(() -> new AtomicLong(random.nextLong()));
    plain.add(AtomicReference::new);
    plain.add(() -> new StringBuilder("sb" + random.nextInt(9)));
    plain.add(() -> new Date(random.nextInt()));
    plain.add(() -> new Random(random.nextInt()));
    plain.add(() -> BitSet.valueOf(new long[] {random.nextLong()}));
  }
}
