package dev.cairn.it.kinds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an object shows of itself, as text: the same in every JVM if the object is the same. */
final class Evidence {
  private final List<String> found = new ArrayList<>();

  private Evidence() {}

  /** Asks an object everything that can be asked of any. The object may be changed by it. */
  static List<String> of(Object object) {
    Evidence evidence = new Evidence();
    evidence.add("class " + className(object));
    if (says(object) && !isSalted(object)) {
      evidence.add("text " + outcome(() -> object));
    }
    if (object instanceof Collection<?> collection) {
      evidence.collection(collection);
    }
    if (object instanceof Map<?, ?> map) {
      evidence.map(map);
    }
    return evidence.found;
  }

  private void add(String line) {
    found.add(line.replace('\n', ' ').replaceAll("@\\p{XDigit}+", "@"));
  }

  /** Classes that the JVM makes have another name in each. */
  private static String className(Object object) {
    return object.getClass().getName().replaceFirst(".*(\\$\\$Lambda|\\$Proxy).*", "$1");
  }

  /** Whether the text of an object says what it is, in every JDK, and not where it is. */
  private static boolean says(Object object) {
    String name = object.getClass().getName();
    return !name.matches("java.text.*|sun.*|java.util.GregorianCalendar")
        && (object.getClass().isArray()
            || !outcome(object::toString).matches("(?s)[\\w.$/]+@\\p{XDigit}+"));
  }

  /** What {@code Set.of} and {@code Map.of} make has another order in every JVM. */
  private static boolean isSalted(Object object) {
    return object.getClass().getName().matches("java.util.ImmutableCollections.(Set|Map).*");
  }

  private static Object ordered(Object container, List<@Nullable Object> elements) {
    return isSalted(container) ? new TreeSet<>(elements) : elements;
  }

  static String text(@Nullable Object object) {
    return object != null && object.getClass().isArray()
        ? Arrays.deepToString(new Object[] {object})
        : String.valueOf(object);
  }

  private void collection(Collection<?> collection) {
    add("size " + collection.size());
    List<@Nullable Object> elements = new ArrayList<>(collection);
    add("order " + outcome(() -> ordered(collection, elements)));
    add("finds " + outcome(() -> elements.stream().allMatch(collection::contains)));
    add("adds " + outcome(() -> addTo(collection, elements)));
    add("then " + outcome(() -> ordered(collection, new ArrayList<>(collection))));
    add("clears " + outcome(() -> cleared(collection)));
  }

  @SuppressWarnings("unchecked")
  private static Object addTo(Collection<?> collection, List<@Nullable Object> elements) {
    @Nullable Object more = elements.isEmpty() ? "more" : elements.get(0);
    return ((Collection<@Nullable Object>) collection).add(more);
  }

  private static Object cleared(Collection<?> collection) {
    collection.clear();
    return collection.size();
  }

  private void map(Map<?, ?> map) {
    add("size " + map.size());
    List<@Nullable Object> keys = new ArrayList<>(map.keySet());
    add("order " + outcome(() -> ordered(map, keys)));
    add("finds " + outcome(() -> keys.stream().allMatch(map::containsKey)));
    add("values " + outcome(() -> values(map, keys)));
    add("puts " + outcome(() -> putInto(map, keys)));
    add("then " + outcome(() -> ordered(map, new ArrayList<>(map.keySet()))));
    add("removes " + outcome(() -> keys.isEmpty() ? "" : map.remove(keys.get(0))));
    add("left " + map.size());
  }

  private static Object values(Map<?, ?> map, List<@Nullable Object> keys) {
    return ordered(map, new ArrayList<>(keys.stream().map(map::get).map(Evidence::text).toList()));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object putInto(Map<?, ?> map, List<@Nullable Object> keys) {
    @Nullable Object key = keys.isEmpty() ? "more" : keys.get(0);
    return ((Map<@Nullable Object, @Nullable Object>) map).put(key, map.get(key));
  }

  /** What came of it, or the sort of exception. */
  static String outcome(Asked asked) {
    try {
      return text(asked.ask());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return e.getClass().getName();
    }
  }

  /** A question. */
  interface Asked {
    @Nullable Object ask();
  }
}
