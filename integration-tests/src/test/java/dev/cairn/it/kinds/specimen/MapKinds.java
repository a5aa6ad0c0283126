package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Maps of the JDK. */
final class MapKinds {

  private MapKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(hashed(), trees(), linked(), sorted(), others(), immutable())
        .flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> hashed() {
    return Stream.of(
        same("HashMap", () -> words(new HashMap<>(), 4)),
        same("HashMap of a thousand entries", () -> words(new HashMap<>(), 1000)),
        same("HashMap with a capacity", () -> words(new HashMap<>(500), 20)),
        same("HashMap with a load factor", () -> words(new HashMap<>(4, 5f), 100)),
        same("HashMap with null", MapKinds::nulls),
        same("HashMap that shrank", () -> shrunk(new HashMap<>())),
        same("HashMap filled by merging", MapKinds::merged),
        same("HashMap whose value is the map", MapKinds::ownValue),
        used(
            "HashMap with enum keys",
            MapKinds::enums,
            map -> ((Map<?, ?>) map).get(RoundingMode.UP)),
        used(
            "HashMap with class keys",
            MapKinds::classes,
            map -> ((Map<?, ?>) map).get(String.class)),
        used("HashMap with keys of no hash code", MapKinds::identities, MapKinds::ownKeyFound),
        same("ConcurrentHashMap", () -> words(new ConcurrentHashMap<>(), 40)),
        same("ConcurrentHashMap with a capacity", () -> words(new ConcurrentHashMap<>(500), 20)),
        same("ConcurrentHashMap that shrank", () -> shrunk(new ConcurrentHashMap<>())),
        same("Hashtable", () -> words(new Hashtable<>(), 40)),
        same("Hashtable with a capacity", () -> words(new Hashtable<>(97, 2f), 300)),
        same("Hashtable that shrank", () -> shrunk(new Hashtable<>())));
  }

  static Object words(Map<Object, Object> map, int count) {
    IntStream.range(0, count).forEach(i -> map.put("word " + i * 7, i));
    return map;
  }

  private static Object nulls() {
    Map<Object, Object> map = new HashMap<>();
    map.put(null, null);
    map.put("a", null);
    return map;
  }

  private static Object shrunk(Map<Object, Object> map) {
    words(map, 2000);
    IntStream.range(15, 2000).forEach(i -> map.remove("word " + i * 7));
    return map;
  }

  private static Object merged() {
    Map<Object, Integer> map = new HashMap<>();
    IntStream.range(0, 13).forEach(i -> map.merge("word " + i * 7, 1, Integer::sum));
    return map;
  }

  private static Object ownValue() {
    Map<Object, Object> map = new HashMap<>();
    map.put("self", map);
    return map;
  }

  private static Object enums() {
    return new HashMap<>(Map.of(RoundingMode.UP, 1));
  }

  private static Object classes() {
    return new HashMap<>(Map.of(String.class, 1));
  }

  private static Object identities() {
    Map<Object, Object> map = new HashMap<>();
    map.put(new StringBuilder("key"), 1);
    return map;
  }

  private static Object ownKeyFound(Object map) {
    return ((Map<?, ?>) map).containsKey(((Map<?, ?>) map).keySet().iterator().next());
  }

  private static Stream<Specimen> trees() {
    return Stream.of(
        used(
            "HashMap with a bucket that is a tree",
            () -> collided(new HashMap<>()),
            MapKinds::grown),
        used("HashMap with a bucket that was a tree", MapKinds::pruned, MapKinds::grown),
        used("HashMap with keys that cannot be ordered", MapKinds::unordered, MapKinds::grown),
        used("HashMap with a long bucket in a small table", MapKinds::crowded, MapKinds::grown),
        used(
            "ConcurrentHashMap with a bucket that is a tree",
            () -> collided(new ConcurrentHashMap<>()),
            MapKinds::grown));
  }

  /** Texts that all have one hash code, and others around. */
  static List<String> colliding() {
    List<String> found = new ArrayList<>(List.of(""));
    for (int i = 0; i < 5; i++) {
      List<String> longer = new ArrayList<>();
      found.forEach(text -> Collections.addAll(longer, text + "Aa", text + "BB"));
      found = longer;
    }
    IntStream.range(0, 60).mapToObj(i -> "other " + i).forEach(found::add);
    Collections.reverse(found);
    return found;
  }

  private static Object collided(Map<Object, Object> map) {
    colliding().forEach(text -> map.put(text, text.length()));
    return map;
  }

  private static Object pruned() {
    Map<Object, Object> map = new HashMap<>();
    collided(map);
    colliding().stream().filter(text -> text.startsWith("BB")).forEach(map::remove);
    map.keySet().removeIf(key -> String.valueOf(key).endsWith("AaAa"));
    return map;
  }

  /** Equal hash codes, and no order. */
  record Clash(int number) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  private static Object unordered() {
    Map<Object, Object> map = new HashMap<>(128);
    IntStream.range(0, 40).forEach(i -> map.put(new Clash(i), i));
    return map;
  }

  private static Object crowded() {
    Map<Object, Object> map = new HashMap<>();
    IntStream.range(0, 10).forEach(i -> map.put(new Clash(i), i));
    return map;
  }

  /** How it goes on: what is put next comes to the same place. */
  @SuppressWarnings("unchecked")
  private static Object grown(Object map) {
    Map<Object, Object> live = (Map<Object, Object>) map;
    live.remove("AaBBAaBBAa");
    live.put("BBBBBBBBBB", "again");
    live.put("BBAaBBAaBBAa", "new");
    return List.copyOf(live.keySet());
  }

  private static Stream<Specimen> linked() {
    return Stream.of(
        same("LinkedHashMap", () -> words(new LinkedHashMap<>(), 20)),
        used("LinkedHashMap by access", MapKinds::byAccess, MapKinds::afterAccess),
        same("LinkedHashMap with colliding keys", () -> collided(new LinkedHashMap<>())),
        used("IdentityHashMap", MapKinds::identity, map -> ((Map<?, ?>) map).size()),
        same("EnumMap", () -> new EnumMap<>(Map.of(RoundingMode.UP, 1))),
        used(
            "EnumMap, empty",
            () -> new EnumMap<RoundingMode, Object>(RoundingMode.class),
            MapKinds::withUp));
  }

  private static Object byAccess() {
    Map<Object, Object> map = new LinkedHashMap<>(16, 0.75f, true);
    words(map, 3);
    return map;
  }

  private static Object afterAccess(Object map) {
    Object unused = ((Map<?, ?>) map).get("word 0");
    return List.of(unused, List.copyOf(((Map<?, ?>) map).keySet()));
  }

  private static Object identity() {
    Map<Object, Object> map = new IdentityHashMap<>();
    map.put(new StringBuilder("key"), 1);
    return map;
  }

  @SuppressWarnings("unchecked")
  private static Object withUp(Object map) {
    ((Map<RoundingMode, Object>) map).put(RoundingMode.UP, 1);
    return map.toString();
  }

  private static Stream<Specimen> sorted() {
    return Stream.of(
        same("TreeMap", () -> words(new TreeMap<>(), 9)),
        used(
            "TreeMap with a comparator",
            () -> words(new TreeMap<>(Collections.reverseOrder()), 9),
            map -> ((TreeMap<?, ?>) map).firstKey()),
        same("TreeMap without regard to case", () -> new TreeMap<String, Object>(Map.of("A", 1))),
        same("ConcurrentSkipListMap", () -> words(new ConcurrentSkipListMap<>(), 9)),
        used(
            "ConcurrentSkipListMap with a comparator",
            () -> words(new ConcurrentSkipListMap<>(Collections.reverseOrder()), 9),
            map -> ((ConcurrentSkipListMap<?, ?>) map).firstKey()));
  }

  private static Stream<Specimen> others() {
    return Stream.of(
        same("Properties", () -> words(new Properties(), 30)),
        used(
            "Properties with defaults", MapKinds::defaults, p -> ((Properties) p).getProperty("d")),
        refused("WeakHashMap", WeakHashMap::new, "a reference that may be cleared"));
  }

  private static Object defaults() {
    Properties defaults = new Properties();
    defaults.setProperty("d", "default");
    Properties properties = new Properties(defaults);
    properties.setProperty("a", "b");
    return properties;
  }

  private static Stream<Specimen> immutable() {
    return Stream.of(
        same("Map.of()", Map::of),
        same("Map.of(a, b)", () -> Map.of("a", "b")),
        same("Collections.emptyMap", Collections::emptyMap),
        same("Collections.singletonMap", () -> Collections.singletonMap(1, 2)),
        used("Map.of(a, b, c, d)", () -> Map.of(1, 2, 3, 4), map -> ((Map<?, ?>) map).get(3)),
        used(
            "Map.copyOf",
            () -> Map.copyOf(new HashMap<>(Map.of(1, 2, 3, 4))),
            map -> ((Map<?, ?>) map).get(3)));
  }
}
