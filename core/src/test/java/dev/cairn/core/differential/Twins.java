package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.Anatomy.Part;
import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Loose;
import dev.cairn.core.differential.program.Keys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether two heaps are one but for the identity of their objects: every object of one stands for
 * one of the other, given some that must. Orders of iteration and what containers find are part of
 * it.
 */
final class Twins {
  private final Map<Object, Object> there = new IdentityHashMap<>();
  private final Map<Object, Object> here = new IdentityHashMap<>();
  private final Deque<Step> open = new ArrayDeque<>();
  private final List<Step> unordered = new ArrayList<>();
  private final List<Object> first = new ArrayList<>();
  private final List<Object> second = new ArrayList<>();
  private Optional<String> difference = Optional.empty();

  private record Step(Object first, Object second, String path) {}

  /** Demands that one stands for the other. */
  void pair(@Nullable Object one, @Nullable Object other, String path) {
    if (difference.isEmpty()) {
      difference = meet(one, other, path);
    }
  }

  /** Where the heaps differ, if they do. */
  Optional<String> difference() {
    while (difference.isEmpty() && !(open.isEmpty() && unordered.isEmpty())) {
      if (open.isEmpty()) {
        unordered();
      } else {
        parts(open.removeFirst());
      }
    }
    return difference;
  }

  /** The objects of the first heap, in the order in which they were met. */
  List<Object> first() {
    return first;
  }

  /** Those that stand for them. */
  List<Object> second() {
    return second;
  }

  private Optional<String> meet(@Nullable Object one, @Nullable Object other, String path) {
    if (one == null || other == null) {
      return one == other ? Optional.empty() : Optional.of(path + ": null on one side");
    }
    if (one.getClass() != other.getClass()) {
      return Optional.of(path + ": " + one.getClass() + " and " + other.getClass());
    }
    if (Anatomy.isValue(one)) {
      return says(one).equals(says(other))
          ? Optional.empty()
          : Optional.of(path + ": " + one + " and " + other);
    }
    Object known = there.get(one);
    Object back = here.get(other);
    if (known == null && back == null) {
      enter(one, other, path);
      return Optional.empty();
    }
    return known == other && back == one
        ? Optional.empty()
        : Optional.of(path + ": another " + one.getClass().getSimpleName());
  }

  /** Of a number all its bits. */
  private static Object says(Object value) {
    if (value instanceof Double number) {
      return Double.doubleToRawLongBits(number);
    }
    return value instanceof Float number ? Float.floatToRawIntBits(number) : value;
  }

  private void enter(Object one, Object other, String path) {
    there.put(one, other);
    here.put(other, one);
    first.add(one);
    second.add(other);
    if (!Anatomy.isOpaque(one)) {
      open.addLast(new Step(one, other, path));
    }
  }

  private void parts(Step step) {
    List<Part> left = Anatomy.parts(step.first());
    List<Part> right = Anatomy.parts(step.second());
    if (left.size() != right.size()) {
      difference = Optional.of(step.path() + ": " + left.size() + " parts, " + right.size());
      return;
    }
    for (int i = 0; i < left.size(); i++) {
      pair(left.get(i).thing(), right.get(i).thing(), step.path() + left.get(i).label());
    }
    if (!Anatomy.isOrdered(step.first()) && isContainer(step.first())) {
      unordered.add(step);
    } else {
      found(step);
    }
  }

  private static boolean isContainer(Object object) {
    return object instanceof Map<?, ?> || object instanceof Collection<?>;
  }

  /** One container without an order: one about which most is known already. */
  private void unordered() {
    Step step = unordered.remove(0);
    for (int tries = unordered.size(); tries > 0 && !isKnown(step); tries--) {
      unordered.add(step);
      step = unordered.remove(0);
    }
    match(step);
    found(step);
  }

  private boolean isKnown(Step step) {
    List<@Nullable Object> left = Anatomy.elements(step.first());
    int width = width(step.first());
    for (int i = 0; i < left.size(); i += width) {
      Object key = left.get(i);
      if (key != null && !Anatomy.isValue(key) && !there.containsKey(key)) {
        return false;
      }
    }
    return true;
  }

  private static int width(Object container) {
    return container instanceof Map<?, ?> ? 2 : 1;
  }

  private void match(Step step) {
    int width = width(step.first());
    List<@Nullable Object> left = Anatomy.elements(step.first());
    List<@Nullable Object> right = new ArrayList<>(Anatomy.elements(step.second()));
    if (left.size() != right.size()) {
      difference = Optional.of(step.path() + ": sizes " + left.size() + ", " + right.size());
      return;
    }
    boolean alike = !isSalted(step.first());
    int astray = -1;
    for (int i = 0; i < left.size() && difference.isEmpty(); i += width) {
      Object key = left.get(i);
      int at = partner(key, right, width);
      if (at < 0) {
        difference = Optional.of(step.path() + ": no counterpart at " + i / width);
        return;
      }
      alike &= isAlikeHashed(key, right.get(at));
      astray = at != 0 && astray < 0 ? i / width : astray;
      pair(key, right.get(at), step.path() + "{" + i / width + "}");
      if (width == 2) {
        pair(left.get(i + 1), right.get(at + 1), step.path() + "{" + i / 2 + "}=");
      }
      right.subList(at, at + width).clear();
    }
    if (alike && astray >= 0 && difference.isEmpty()) {
      difference = Optional.of(step.path() + ": order, at " + astray);
    }
  }

  /** The order of these is drawn anew in every JVM. */
  private static boolean isSalted(Object container) {
    return container.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }

  private static boolean isAlikeHashed(@Nullable Object one, @Nullable Object other) {
    return one == other
        || one != null
            && other != null
            && Keys.hasHashOfItsOwn(one)
            && one.hashCode() == other.hashCode();
  }

  private int partner(@Nullable Object key, List<@Nullable Object> candidates, int width) {
    Object known = key == null ? null : there.get(key);
    int likely = -1;
    for (int i = 0; i < candidates.size(); i += width) {
      Object candidate = candidates.get(i);
      if (known != null ? candidate == known : isEqual(key, candidate)) {
        return i;
      }
      if (likely < 0 && isPossible(key, candidate)) {
        likely = i;
      }
    }
    return known == null ? likely : -1;
  }

  private static boolean isEqual(@Nullable Object key, @Nullable Object candidate) {
    return key == candidate || key != null && Keys.isSafe(key) && key.equals(candidate);
  }

  private boolean isPossible(@Nullable Object key, @Nullable Object candidate) {
    return key != null
        && candidate != null
        && key.getClass() == candidate.getClass()
        && !Anatomy.isValue(key)
        && !here.containsKey(candidate)
        && Keys.hasIdentity(key)
        && looks(key).equals(looks(candidate));
  }

  /** What its values say. */
  private static List<Object> looks(Object object) {
    List<Object> values = new ArrayList<>();
    for (Part part : Anatomy.parts(object)) {
      if (part.thing() != null && Anatomy.isValue(part.thing())) {
        values.add(part);
      }
    }
    return values;
  }

  /** What one container finds, the other must find. */
  private void found(Step step) {
    List<@Nullable Object> keys = Anatomy.elements(step.first());
    if (difference.isPresent() || !isContainer(step.first()) || isSpoilt(step.first(), keys)) {
      return;
    }
    boolean map = step.first() instanceof Map<?, ?>;
    for (int i = 0; i < keys.size() && difference.isEmpty(); i += map ? 2 : 1) {
      Object key = keys.get(i);
      if (key == null || !Keys.isSafe(key)) {
        continue;
      }
      Object other = Anatomy.isValue(key) ? key : there.get(key);
      if (finds(step.first(), key) != finds(step.second(), other)) {
        difference = Optional.of(step.path() + ": finds what is at " + i + " on one side only");
      }
    }
  }

  /** What a skip list finds that is out of order depends on what was drawn by lot for it. */
  private static boolean isSpoilt(Object container, List<@Nullable Object> keys) {
    return isWrapper(container)
        || (container instanceof ConcurrentSkipListMap<?, ?>
                || container instanceof ConcurrentSkipListSet<?>)
            && (Keys.order(container) instanceof ByText order && order.turned
                || keys.stream().anyMatch(Loose.class::isInstance));
  }

  /** It asks what it wraps, which is compared itself. */
  private static boolean isWrapper(Object container) {
    return container.getClass().getName().startsWith("java.util.Collections$");
  }

  private static boolean finds(Object container, @Nullable Object key) {
    try {
      return container instanceof Map<?, ?> map
          ? map.containsKey(key)
          : container instanceof Set<?> set && set.contains(key);
    } catch (ClassCastException | NullPointerException e) {
      return false;
    }
  }
}
