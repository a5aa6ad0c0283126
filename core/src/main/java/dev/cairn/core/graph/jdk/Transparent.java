package dev.cairn.core.graph.jdk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Classes of the JDK that are nothing but their fields, looked at one by one: wrappers around
 * another object, formats. Caches in transient fields stay out.
 */
final class Transparent {
  private static final Set<String> CLASSES =
      Set.of(
          "java.util.Arrays$ArrayList",
          "java.util.Collections$AsLIFOQueue",
          "java.util.Collections$CheckedCollection",
          "java.util.Collections$CheckedList",
          "java.util.Collections$CheckedMap",
          "java.util.Collections$CheckedRandomAccessList",
          "java.util.Collections$CheckedSet",
          "java.util.Collections$CopiesList",
          "java.util.Collections$ReverseComparator2",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap",
          "java.util.Collections$SingletonSet",
          "java.util.Collections$SynchronizedCollection",
          "java.util.Collections$SynchronizedList",
          "java.util.Collections$SynchronizedMap",
          "java.util.Collections$SynchronizedNavigableMap",
          "java.util.Collections$SynchronizedNavigableSet",
          "java.util.Collections$SynchronizedRandomAccessList",
          "java.util.Collections$SynchronizedSet",
          "java.util.Collections$SynchronizedSortedMap",
          "java.util.Collections$SynchronizedSortedSet",
          "java.util.Collections$UnmodifiableCollection",
          "java.util.Collections$UnmodifiableList",
          "java.util.Collections$UnmodifiableMap",
          "java.util.Collections$UnmodifiableNavigableMap",
          "java.util.Collections$UnmodifiableNavigableSet",
          "java.util.Collections$UnmodifiableRandomAccessList",
          "java.util.Collections$UnmodifiableSequencedCollection",
          "java.util.Collections$UnmodifiableSequencedMap",
          "java.util.Collections$UnmodifiableSequencedSet",
          "java.util.Collections$UnmodifiableSet",
          "java.util.Collections$UnmodifiableSortedMap",
          "java.util.Collections$UnmodifiableSortedSet",
          "java.util.Comparators$NullComparator",
          "java.util.LinkedHashMap$ReversedLinkedHashMapView",
          "java.util.ReverseOrderDequeView",
          "java.util.ReverseOrderListView",
          "java.util.ReverseOrderListView$Rand",
          "java.util.ReverseOrderSortedMapView",
          "java.util.ReverseOrderSortedSetView",
          "java.util.TreeMap$AscendingSubMap",
          "java.util.TreeMap$DescendingSubMap",
          "java.util.TreeMap$NavigableSubMap",
          "java.text.ChoiceFormat",
          "java.text.MessageFormat",
          "java.text.NumberFormat",
          "java.time.Clock$FixedClock",
          "java.time.Clock$OffsetClock",
          "java.time.Clock$SystemClock",
          "java.time.Clock$TickClock",
          "java.time.chrono.ChronoLocalDateTimeImpl",
          "java.time.chrono.ChronoZonedDateTimeImpl",
          "java.util.concurrent.ConcurrentSkipListMap$SubMap",
          "java.util.concurrent.atomic.AtomicIntegerArray",
          "java.util.concurrent.atomic.AtomicLongArray",
          "java.util.concurrent.atomic.AtomicReferenceArray",
          "java.util.concurrent.atomic.AtomicMarkableReference",
          "java.util.concurrent.atomic.AtomicMarkableReference$Pair",
          "java.util.concurrent.atomic.AtomicStampedReference",
          "java.util.concurrent.atomic.AtomicStampedReference$Pair",
          "java.util.DoubleSummaryStatistics",
          "java.util.IntSummaryStatistics",
          "java.util.LongSummaryStatistics",
          "java.util.StringJoiner");

  private static final List<String> PACKAGES = List.of("java.time.format.");

  private Transparent() {}

  /** Whether a class, also one of Comparator's lambdas, is nothing but its fields. */
  static boolean contains(Class<?> type) {
    return CLASSES.contains(type.getName())
        || PACKAGES.stream().anyMatch(type.getName()::startsWith);
  }

  /** The fields that count, those of superclasses first, else by name. */
  static Optional<List<Field>> fields(Class<?> type) {
    if (!contains(type)) {
      return Optional.empty();
    }
    Class<?> above = type.getSuperclass();
    List<Field> fields =
        above == null || above == Object.class || !contains(above)
            ? new ArrayList<>()
            : new ArrayList<>(fields(above).orElseThrow());
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !Modifier.isTransient(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .forEach(fields::add);
    return Optional.of(fields);
  }
}
