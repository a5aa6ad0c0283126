package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import com.google.common.base.Optional;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.BiMap;
import com.google.common.collect.EvictingQueue;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Ordering;
import com.google.common.collect.Range;
import com.google.common.collect.Table;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.primitives.Ints;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects of Guava. */
@SuppressWarnings("UnstableApiUsage")
final class GuavaKinds {

  private GuavaKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(immutable(), maps(), others()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> immutable() {
    return Stream.of(
        same("Guava ImmutableList", () -> ImmutableList.of(1, 2, 3)),
        same("Guava ImmutableList, empty", ImmutableList::of),
        same("Guava ImmutableSet", () -> ImmutableSet.of("a", "b", "c", "d")),
        same("Guava ImmutableSortedSet", () -> ImmutableSortedSet.of(3, 1)),
        same("Guava ImmutableMap", () -> ImmutableMap.of("a", 1, "b", 2)),
        same("Guava ImmutableMap, empty", ImmutableMap::of),
        same("Guava ImmutableSortedMap", () -> ImmutableSortedMap.of("b", 1, "a", 2)),
        used(
            "Guava ImmutableBiMap",
            () -> ImmutableBiMap.of("a", 1),
            map -> ((BiMap<?, ?>) map).inverse().get(1)),
        used(
            "Guava ImmutableListMultimap",
            () -> ImmutableListMultimap.of("a", 1, "a", 2),
            GuavaKinds::ofA),
        refused("Guava ImmutableMap with enum keys in a table", GuavaKinds::enums, "hash codes")
            .asInput(Specimen.Input.DIFFERS));
  }

  private static Object enums() {
    ImmutableMap.Builder<Object, Object> map = ImmutableMap.builder();
    for (RoundingMode mode : RoundingMode.values()) {
      map.put(mode, mode.name());
    }
    return map.buildOrThrow();
  }

  @SuppressWarnings("unchecked")
  private static Object ofA(Object map) {
    return String.valueOf(((Multimap<Object, Object>) map).get("a")) + map;
  }

  private static Stream<Specimen> maps() {
    return Stream.of(
        used(
            "Guava HashBiMap",
            () -> HashBiMap.create(Map.of("a", 1)),
            map -> ((BiMap<?, ?>) map).inverse().get(1)),
        used("Guava ArrayListMultimap", () -> filled(ArrayListMultimap.create()), GuavaKinds::ofA),
        used("Guava HashMultimap", () -> filled(HashMultimap.create()), GuavaKinds::ofA),
        used(
            "Guava LinkedHashMultimap", () -> filled(LinkedHashMultimap.create()), GuavaKinds::ofA),
        used("Guava TreeMultimap", () -> filled(TreeMultimap.create()), GuavaKinds::ofA),
        used(
            "Guava HashMultiset",
            () -> HashMultiset.create(List.of("a", "a", "b")),
            set -> ((Multiset<?>) set).count("a")),
        used("Guava HashBasedTable", GuavaKinds::table, GuavaKinds::columns),
        used(
            "Guava TreeRangeMap",
            GuavaKinds::ranges,
            map -> ((TreeRangeMap<?, ?>) map).asMapOfRanges()));
  }

  private static Object filled(Multimap<String, Integer> map) {
    map.put("a", 1);
    map.put("a", 2);
    map.put("b", 3);
    return map;
  }

  private static Object table() {
    Table<String, String, Integer> table = HashBasedTable.create();
    table.put("r", "c", 1);
    return table;
  }

  private static Object columns(Object table) {
    return ((Table<?, ?, ?>) table).columnMap();
  }

  private static Object ranges() {
    TreeRangeMap<Integer, String> map = TreeRangeMap.create();
    map.put(Range.closed(1, 5), "a");
    return map;
  }

  private static Stream<Specimen> others() {
    return Stream.of(
        same("Guava Range", () -> Range.closedOpen(1, 5)),
        same("Guava Optional", () -> Optional.of("a")),
        same("Guava EvictingQueue", GuavaKinds::evicting),
        same("Guava Lists.partition", () -> Lists.partition(new ArrayList<>(List.of(1, 2, 3)), 2)),
        same("Guava Ints.asList", () -> Ints.asList(1, 2)),
        used("Guava Ordering", () -> Ordering.natural().reverse(), GuavaKinds::larger),
        used("Guava BloomFilter", GuavaKinds::bloom, GuavaKinds::mightContain),
        refused("Guava Cache", () -> CacheBuilder.newBuilder().maximumSize(1).build(), "a lock"));
  }

  private static Object evicting() {
    EvictingQueue<Object> queue = EvictingQueue.create(2);
    queue.addAll(List.of(1, 2, 3));
    return queue;
  }

  @SuppressWarnings("unchecked")
  private static Object larger(Object ordering) {
    return ((Ordering<Object>) ordering).max("a", "b");
  }

  private static Object bloom() {
    BloomFilter<Integer> filter = BloomFilter.create(Funnels.integerFunnel(), 100);
    filter.put(5);
    return filter;
  }

  @SuppressWarnings("unchecked")
  private static Object mightContain(Object filter) {
    return ((BloomFilter<Integer>) filter).mightContain(5);
  }
}
