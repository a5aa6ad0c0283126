package dev.cairn.core.differential.program;

import dev.cairn.core.differential.program.AppModel.Desk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a program knows. Which of them a step means does not depend on how many there
 * are: each object has a mark for life and the step takes the one that suits it best, so that
 * leaving out another changes nothing.
 */
public final class Heap {
  private final List<Known> known = new ArrayList<>();
  private final Map<Object, String> names;
  private final @Nullable List<String> journal;
  private final Desk desk;
  private final boolean odd;

  private record Known(Object object, long mark) {}

  private Heap(Desk desk, boolean odd, Map<Object, String> names, @Nullable List<String> journal) {
    this.desk = desk;
    this.odd = odd;
    this.names = names;
    this.journal = journal;
  }

  /**
   * Knows the receiver only.
   *
   * @param journal where to say what happens, if it is wanted
   */
  public static Heap empty(boolean odd, @Nullable List<String> journal) {
    Desk desk = new Desk();
    Heap heap = new Heap(desk, odd, new IdentityHashMap<>(), journal);
    heap.remember(desk, 0, "this");
    return heap;
  }

  /** Knows some of these objects, and what is made from now on. */
  public Heap restrictedTo(Set<Object> visible) {
    Heap heap = new Heap(desk, odd, names, journal);
    known.stream().filter(object -> visible.contains(object.object())).forEach(heap.known::add);
    return heap;
  }

  /** Knows exactly these objects, which nothing spoils; unknown ones get a mark by their place. */
  public Heap of(List<Object> objects) {
    Map<Object, Long> marks = new IdentityHashMap<>();
    known.forEach(object -> marks.put(object.object(), object.mark()));
    Heap heap = new Heap(desk, false, names, journal);
    for (Object object : objects) {
      names.putIfAbsent(object, "x" + names.size());
      heap.known.add(new Known(object, marks.getOrDefault(object, (long) heap.known.size())));
    }
    return heap;
  }

  /** Knows counterparts of what another heap knows, which means the same by the same step. */
  public Heap like(Heap other, List<Object> counterparts) {
    Heap heap = new Heap(desk, false, names, journal);
    for (int i = 0; i < counterparts.size(); i++) {
      heap.known.add(new Known(counterparts.get(i), other.known.get(i).mark()));
    }
    return heap;
  }

  public Desk desk() {
    return desk;
  }

  public boolean isOdd() {
    return odd;
  }

  /** Notes a new object. */
  public <T> T remember(T object, long mark, String origin) {
    known.add(new Known(object, mark));
    if (names.putIfAbsent(object, object == desk ? "this" : "o" + names.size()) == null) {
      note(name(object) + " = " + origin);
    }
    return object;
  }

  public List<Object> objects() {
    return known.stream().map(Known::object).toList();
  }

  /** The object that a step means. */
  public Optional<Object> pick(SplittableRandom random, Predicate<Object> filter) {
    long salt = random.nextLong();
    Known best = null;
    long most = Long.MIN_VALUE;
    for (Known candidate : known) {
      long weight = mix(candidate.mark() ^ salt);
      if (weight >= most && filter.test(candidate.object())) {
        most = weight;
        best = candidate;
      }
    }
    return Optional.ofNullable(best).map(Known::object);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 32)) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 32);
  }

  /** Says what happens, in the words of a program. */
  public void note(String line) {
    if (journal != null) {
      journal.add(line);
    }
  }

  /** Says that a method is called. */
  public void call(Object target, String method, @Nullable Object... arguments) {
    if (journal != null) {
      List<String> texts = new ArrayList<>();
      for (Object argument : arguments) {
        texts.add(name(argument));
      }
      note(name(target) + "." + method + "(" + String.join(", ", texts) + ")");
    }
  }

  /** Says that a field is assigned. */
  public <T> @Nullable T set(Object target, String field, @Nullable T value) {
    if (journal != null) {
      note(name(target) + "." + field + " = " + name(value));
    }
    return value;
  }

  public String name(@Nullable Object object) {
    if (object == null) {
      return "null";
    }
    String known = names.get(object);
    if (known != null) {
      return known;
    }
    return object instanceof String text
        ? '"' + text + '"'
        : Anatomy.isValue(object) ? object.toString() : "a " + object.getClass().getName();
  }
}
