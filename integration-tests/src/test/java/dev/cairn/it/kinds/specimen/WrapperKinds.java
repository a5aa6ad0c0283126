package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Wrappers of the JDK around collections, and comparators. */
final class WrapperKinds {

  private WrapperKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(unmodifiable(), synchronizing(), checking(), comparators())
        .flatMap(kinds -> kinds);
  }

  private static List<Object> list() {
    return new ArrayList<>(List.of(2, 1));
  }

  private static Set<Object> set() {
    return new LinkedHashSet<>(List.of(2, 1));
  }

  private static TreeSet<Object> treeSet() {
    return new TreeSet<>(List.of(2, 1));
  }

  private static TreeMap<Object, Object> treeMap() {
    return new TreeMap<>(Map.of(2, "b", 1, "a"));
  }

  private static Stream<Specimen> unmodifiable() {
    return Stream.of(
        same("unmodifiableCollection", () -> Collections.unmodifiableCollection(list())),
        same("unmodifiableList", () -> Collections.unmodifiableList(list())),
        same(
            "unmodifiableList of a linked list",
            () -> Collections.unmodifiableList(new LinkedList<>(list()))),
        same("unmodifiableSet", () -> Collections.unmodifiableSet(set())),
        same("unmodifiableSortedSet", () -> Collections.unmodifiableSortedSet(treeSet())),
        same("unmodifiableNavigableSet", () -> Collections.unmodifiableNavigableSet(treeSet())),
        same("unmodifiableMap", () -> Collections.unmodifiableMap(treeMap())),
        same("unmodifiableSortedMap", () -> Collections.unmodifiableSortedMap(treeMap())),
        same("unmodifiableNavigableMap", () -> Collections.unmodifiableNavigableMap(treeMap())),
        used("two wrappers of one list", WrapperKinds::twice, WrapperKinds::sees));
  }

  private static Object twice() {
    List<Object> list = list();
    return new ArrayList<>(List.of(list, Collections.unmodifiableList(list)));
  }

  @SuppressWarnings("unchecked")
  private static Object sees(Object pair) {
    List<List<Object>> lists = (List<List<Object>>) pair;
    lists.get(0).add("more");
    return lists.get(1).get(2);
  }

  private static Stream<Specimen> synchronizing() {
    return Stream.of(
        same("synchronizedCollection", () -> Collections.synchronizedCollection(list())),
        same("synchronizedList", () -> Collections.synchronizedList(list())),
        same("synchronizedSet", () -> Collections.synchronizedSet(set())),
        same("synchronizedSortedSet", () -> Collections.synchronizedSortedSet(treeSet())),
        same("synchronizedMap", () -> Collections.synchronizedMap(treeMap())),
        same("synchronizedSortedMap", () -> Collections.synchronizedSortedMap(treeMap())),
        same("synchronizedNavigableMap", () -> Collections.synchronizedNavigableMap(treeMap())));
  }

  private static Stream<Specimen> checking() {
    return Stream.of(
        used(
            "checkedList",
            () -> Collections.checkedList(strings(new ArrayList<>()), String.class),
            WrapperKinds::addsNumber),
        used(
            "checkedSet",
            () -> Collections.checkedSet(strings(new HashSet<>()), String.class),
            WrapperKinds::addsNumber),
        used(
            "checkedCollection",
            () -> Collections.checkedCollection(strings(new ArrayList<>()), String.class),
            WrapperKinds::addsNumber),
        same(
            "checkedMap",
            () ->
                Collections.checkedMap(
                    new HashMap<>(Map.of("a", "b")), String.class, String.class)),
        used(
            "asLifoQueue",
            () -> Collections.asLifoQueue(new ArrayDeque<>(List.of(1, 2))),
            ListKinds::polled));
  }

  private static <C extends Collection<String>> C strings(C collection) {
    Collections.addAll(collection, "a", "b");
    return collection;
  }

  @SuppressWarnings("unchecked")
  private static Object addsNumber(Object collection) {
    return ((Collection<Object>) collection).add(1);
  }

  /** A comparator of the application. */
  static final class ByLength implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
      return Integer.compare(one.length(), other.length());
    }
  }

  private static Stream<Specimen> comparators() {
    return Stream.of(
        used("Comparator.naturalOrder", Comparator::naturalOrder, order -> sort(order, "b", "a")),
        used("Comparator.reverseOrder", Comparator::reverseOrder, order -> sort(order, "b", "a")),
        used(
            "Collections.reverseOrder(order)",
            () -> Collections.reverseOrder(new ByLength()),
            order -> sort(order, "b", "aaa")),
        used(
            "String.CASE_INSENSITIVE_ORDER",
            () -> String.CASE_INSENSITIVE_ORDER,
            order -> sort(order, "B", "a")),
        used(
            "Comparator.nullsFirst",
            () -> Comparator.nullsFirst(new ByLength()),
            order -> sort(order, "b", null)),
        used(
            "Comparator.nullsLast",
            () -> Comparator.nullsLast(new ByLength()),
            order -> sort(order, null, "b")),
        used("comparator of the application", ByLength::new, order -> sort(order, "bb", "a")),
        refused(
            "Comparator.comparing with a lambda",
            () -> Comparator.comparing(String::length),
            "lambda"),
        used(
            "Comparator.comparing with a serializable one",
            () -> Comparator.comparing((Function<String, Integer> & Serializable) String::length),
            order -> sort(order, "bb", "a")),
        used(
            "Comparator.thenComparing",
            () -> new ByLength().thenComparing(Comparator.reverseOrder()),
            order -> sort(order, "a", "b")));
  }

  @SuppressWarnings("unchecked")
  private static Object sort(Object order, String... texts) {
    List<String> sorted = new ArrayList<>(Arrays.asList(texts));
    sorted.sort((Comparator<String>) order);
    return sorted;
  }
}
