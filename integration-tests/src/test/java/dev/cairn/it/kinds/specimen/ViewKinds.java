package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Windows on collections, and entries of maps. */
final class ViewKinds {

  private ViewKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(ofMaps(), subLists(), subMaps(), entries()).flatMap(kinds -> kinds);
  }

  private static Map<Object, Object> words(Map<Object, Object> map) {
    MapKinds.words(map, 6);
    return map;
  }

  private static Stream<Specimen> ofMaps() {
    return Stream.of(
        same("keySet of a HashMap", () -> words(new HashMap<>()).keySet()),
        same("values of a HashMap", () -> words(new HashMap<>()).values()),
        same("entrySet of a HashMap", () -> words(new HashMap<>()).entrySet()),
        same("keySet of a LinkedHashMap", () -> words(new LinkedHashMap<>()).keySet()),
        same("values of a LinkedHashMap", () -> words(new LinkedHashMap<>()).values()),
        same("keySet of a TreeMap", () -> words(new TreeMap<>()).keySet()),
        same("values of a TreeMap", () -> words(new TreeMap<>()).values()),
        same("entrySet of a TreeMap", () -> words(new TreeMap<>()).entrySet()),
        same("keySet of a ConcurrentHashMap", () -> words(new ConcurrentHashMap<>()).keySet()),
        same("values of a ConcurrentHashMap", () -> words(new ConcurrentHashMap<>()).values()),
        same(
            "keySet of a ConcurrentSkipListMap",
            () -> words(new ConcurrentSkipListMap<>()).keySet()),
        used(
            "map and its keySet",
            () -> pair(words(new HashMap<>()), Map::keySet),
            ViewKinds::empties));
  }

  private static <M> Object pair(M map, Function<M, Object> view) {
    return new ArrayList<>(List.of(map, view.apply(map)));
  }

  /** What is taken out of the view is taken out of the map. */
  private static Object empties(Object pair) {
    ((Collection<?>) ((List<?>) pair).get(1)).clear();
    return ((List<?>) pair).get(0);
  }

  private static Stream<Specimen> subLists() {
    List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    return Stream.of(
        same("subList of an ArrayList", () -> new ArrayList<>(numbers).subList(2, 5)),
        same("subList of a subList", () -> new ArrayList<>(numbers).subList(1, 7).subList(1, 4)),
        same("subList of a LinkedList", () -> new LinkedList<>(numbers).subList(2, 5)),
        same("subList of a Vector", () -> new Vector<>(numbers).subList(2, 5)),
        same("subList of List.of", () -> numbers.subList(2, 5)),
        same("subList of Arrays.asList", () -> Arrays.asList(1, 2, 3, 4).subList(1, 3)),
        used(
            "list and its subList",
            () -> pair(new ArrayList<>(numbers), list -> list.subList(2, 5)),
            ViewKinds::empties),
        used("subList that is out of date", ViewKinds::outdated, list -> ((List<?>) list).size()),
        foreign(
            "subList of a CopyOnWriteArrayList",
            () -> new CopyOnWriteArrayList<>(numbers).subList(2, 5),
            "does not know"));
  }

  private static Object outdated() {
    List<Object> list = new ArrayList<>(List.of(1, 2, 3));
    List<Object> view = list.subList(0, 2);
    list.add(4);
    return pair(list, unused -> view);
  }

  private static NavigableMap<Object, Object> tree() {
    NavigableMap<Object, Object> map = new TreeMap<>();
    words(map);
    return map;
  }

  private static Stream<Specimen> subMaps() {
    return Stream.of(
        same("headMap", () -> tree().headMap("word 28")),
        same("tailMap", () -> tree().tailMap("word 21", false)),
        same("subMap", () -> tree().subMap("word 14", "word 28")),
        same("descendingMap", () -> tree().descendingMap()),
        same("keySet of a headMap", () -> tree().headMap("word 28").keySet()),
        used(
            "map and its tailMap",
            () -> pair(tree(), map -> map.tailMap("word 21").values()),
            ViewKinds::empties),
        same(
            "headMap of a ConcurrentSkipListMap",
            () ->
                ((ConcurrentSkipListMap<Object, Object>) words(new ConcurrentSkipListMap<>()))
                    .headMap("word 28")),
        refused("headSet", () -> new TreeSet<>(List.of(1, 2, 3)).headSet(3), "window on another"),
        refused(
            "descendingSet",
            () -> new TreeSet<>(List.of(1, 2, 3)).descendingSet(),
            "window on another"));
  }

  private static Stream<Specimen> entries() {
    return Stream.of(
        same("Map.entry", () -> Map.entry(1, 2)),
        used("SimpleEntry", () -> new AbstractMap.SimpleEntry<>("a", 1), ViewKinds::set),
        used(
            "SimpleImmutableEntry",
            () -> new AbstractMap.SimpleImmutableEntry<>("a", 1),
            ViewKinds::set),
        same("firstEntry of a TreeMap", () -> tree().firstEntry()),
        foreign(
            "entry of a HashMap", () -> first(words(new HashMap<>())), "an entry of a live map"),
        foreign(
            "entry of a LinkedHashMap",
            () -> first(words(new LinkedHashMap<>())),
            "an entry of a live map"),
        foreign(
            "entry of a TreeMap", () -> first(words(new TreeMap<>())), "an entry of a live map"),
        foreign(
            "list of the entries of a map",
            () -> new ArrayList<>(words(new HashMap<>()).entrySet()),
            "an entry of a live map"),
        same(
            "entry of an unmodifiable copy",
            () -> Map.copyOf(Map.of(1, 2)).entrySet().iterator().next()));
  }

  private static Object first(Map<?, ?> map) {
    return Collections.min(
        map.entrySet(), (one, other) -> String.valueOf(one).compareTo(String.valueOf(other)));
  }

  @SuppressWarnings("unchecked")
  private static Object set(Object entry) {
    return ((Map.Entry<Object, Object>) entry).setValue("changed");
  }
}
