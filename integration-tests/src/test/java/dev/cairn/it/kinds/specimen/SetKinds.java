package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets of the JDK. */
final class SetKinds {

  private SetKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(hashed(), sorted(), ofEnums(), immutable()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> hashed() {
    return Stream.of(
        same("HashSet", () -> new HashSet<>(List.of("one", "two", "three", "four"))),
        same("HashSet with null", () -> new HashSet<>(Arrays.asList("a", null))),
        same("HashSet that shrank", SetKinds::shrunk),
        same("HashSet with a bucket that is a tree", () -> filled(new HashSet<>())),
        same("HashSet with a load factor", () -> filled(new HashSet<>(8, 3f))),
        same("HashSet of records", SetKinds::records),
        same("LinkedHashSet", () -> new LinkedHashSet<>(List.of("c", "a", "b"))),
        same("LinkedHashSet with a bucket that is a tree", () -> filled(new LinkedHashSet<>())),
        same("ConcurrentHashMap.newKeySet", () -> filled(ConcurrentHashMap.newKeySet())),
        used("newSetFromMap", SetKinds::byIdentity, set -> ((Set<?>) set).size()),
        same("CopyOnWriteArraySet", () -> new CopyOnWriteArraySet<>(List.of("b", "a"))));
  }

  private static Object shrunk() {
    Set<Object> set = new HashSet<>();
    IntStream.range(0, 1000).forEach(i -> set.add("name " + i));
    IntStream.range(20, 1000).forEach(i -> set.remove("name " + i));
    return set;
  }

  /** Many of one hash code. */
  private static Object filled(Set<Object> set) {
    MapKinds.colliding().forEach(set::add);
    return set;
  }

  /** A record as a key. */
  record Point(int x, String y) {}

  private static Object records() {
    Set<Object> set = new HashSet<>();
    IntStream.range(0, 40).forEach(i -> set.add(new Point(i * 31, "p" + i)));
    return set;
  }

  private static Object byIdentity() {
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.add(new StringBuilder("a"));
    return set;
  }

  private static Stream<Specimen> sorted() {
    return Stream.of(
        same("TreeSet", () -> new TreeSet<>(List.of(3, 1, 2))),
        used("TreeSet with a comparator", SetKinds::reversed, set -> ((TreeSet<?>) set).first()),
        used("TreeSet without regard to case", SetKinds::caseless, SetKinds::hasLower),
        same("ConcurrentSkipListSet", () -> new ConcurrentSkipListSet<>(List.of(3, 1))),
        same("BitSet", () -> BitSet.valueOf(new long[] {5, 0, 1})));
  }

  private static Object reversed() {
    Set<Object> set = new TreeSet<>(Collections.reverseOrder());
    set.addAll(List.of("a", "b"));
    return set;
  }

  private static Object caseless() {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.add("Name");
    return set;
  }

  private static Object hasLower(Object set) {
    return ((Set<?>) set).contains("name");
  }

  private static Stream<Specimen> ofEnums() {
    return Stream.of(
        same("EnumSet", () -> EnumSet.of(RoundingMode.UP, RoundingMode.DOWN)),
        used("EnumSet, empty", () -> EnumSet.noneOf(RoundingMode.class), SetKinds::rest),
        same("EnumSet of many constants", () -> EnumSet.allOf(Character.UnicodeScript.class))
            .inSameJdk(),
        used("HashSet of enum constants", SetKinds::constants, SetKinds::hasUp));
  }

  private static Object rest(Object set) {
    return EnumSet.complementOf((EnumSet<?>) set);
  }

  private static Object constants() {
    return new HashSet<>(Set.of(RoundingMode.UP));
  }

  private static Object hasUp(Object set) {
    return ((Set<?>) set).contains(RoundingMode.UP);
  }

  private static Stream<Specimen> immutable() {
    return Stream.of(
        same("Set.of()", Set::of),
        same("Set.of(a)", () -> Set.of("a")),
        same("Collections.emptySet", Collections::emptySet),
        same("Collections.singleton", () -> Collections.singleton("a")),
        used("Set.of(a, b, c)", () -> Set.of(1, 2, 3), set -> Map.of("n", ((Set<?>) set).size())),
        used("Set.copyOf", () -> Set.copyOf(new HashMap<>(Map.of(1, 2)).keySet()), set -> set));
  }
}
