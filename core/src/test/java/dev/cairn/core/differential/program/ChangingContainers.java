package dev.cairn.core.differential.program;

import static dev.cairn.core.differential.program.Making.any;

import dev.cairn.core.differential.program.AppModel.Colour;
import dev.cairn.core.differential.program.AppModel.NamedSet;
import dev.cairn.core.differential.program.AppModel.Register;
import dev.cairn.core.differential.program.AppModel.TaggedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** Changes containers through their own methods. */
public final class ChangingContainers {
  private static final int MANY = 20;

  private ChangingContainers() {}

  @SuppressWarnings("unchecked")
  static void change(Object target, SplittableRandom random, Heap heap) {
    if (isView(target)) {
      return;
    }
    if (target instanceof EnumSet<?> set) {
      Colour colour = Keys.colour(random);
      heap.call(set, "add or remove", colour);
      if (!set.remove(colour)) {
        ((EnumSet<Colour>) set).add(colour);
      }
    } else if (target instanceof EnumMap<?, ?> map) {
      Colour colour = Keys.colour(random);
      Object value = any(random, heap);
      heap.call(map, "put", colour, value);
      ((EnumMap<Colour, @Nullable Object>) map).put(colour, value);
    } else if (target instanceof Map<?, ?> map) {
      map((Map<Object, @Nullable Object>) map, random, heap);
    } else if (target instanceof List<?> list) {
      list((List<@Nullable Object>) list, random, heap);
    } else {
      collection((Collection<@Nullable Object>) target, random, heap);
    }
    own(target, random, heap);
  }

  /** Views change with what they show. */
  private static boolean isView(Object target) {
    String name = target.getClass().getName();
    boolean nested = name.startsWith("java.util.") && name.indexOf('$') > 0;
    return nested
        && !name.startsWith("java.util.Collections$")
        && !name.startsWith("java.util.Arrays$")
        && !name.endsWith("KeySetView");
  }

  private static boolean isWrapper(Object target) {
    return target.getClass().getName().startsWith("java.util.Collections$");
  }

  private static Object key(Object target, SplittableRandom random, Heap heap) {
    return isWrapper(target) && !target.getClass().getSimpleName().equals("SetFromMap")
        ? "key" + random.nextInt(40)
        : Keys.of(target, random, heap);
  }

  private static void own(Object target, SplittableRandom random, Heap heap) {
    if (target instanceof TaggedList list) {
      list.owner = heap.set(list, "owner", any(random, heap));
    } else if (target instanceof NamedSet set) {
      set.name += "'";
      set.owner = heap.set(set, "owner", any(random, heap));
    } else if (target instanceof Register map) {
      map.owner = heap.set(map, "owner", any(random, heap));
    }
  }

  private static void map(Map<Object, @Nullable Object> map, SplittableRandom random, Heap heap) {
    Object key = key(map, random, heap);
    Object value = any(random, heap);
    switch (random.nextInt(12)) {
      case 0 -> {
        heap.call(map, "remove", key);
        map.remove(key);
      }
      case 1 -> removeFirst(map.keySet(), map, heap);
      case 2 -> setFirst(map, value, heap);
      case 3 -> clear(map, random, heap);
      case 4 -> {
        heap.call(map, "get", key);
        Object ignored = map.get(key);
        heap.note("  // " + heap.name(ignored));
      }
      case 5 -> many(map, random, heap);
      case 6 -> {
        heap.call(map, "computeIfAbsent", key, value);
        map.computeIfAbsent(key, absent -> value);
      }
      case 7 -> {
        heap.call(map, "merge", key, 1);
        map.merge(key, 1, (one, other) -> other);
      }
      default -> {
        heap.call(map, "put", key, value);
        map.put(key, value);
      }
    }
  }

  private static void clear(Map<?, ?> map, SplittableRandom random, Heap heap) {
    if (random.nextInt(3) == 0) {
      heap.call(map, "clear");
      map.clear();
    }
  }

  private static void many(Map<Object, @Nullable Object> map, SplittableRandom random, Heap heap) {
    if (Keys.isByIdentity(map)) {
      return;
    }
    int from = random.nextInt(30);
    heap.call(map, "put many", "more" + from);
    for (int i = from; i < from + MANY; i++) {
      map.put("more" + i, "v" + i);
    }
  }

  /** Only where the counterpart's first is the same. */
  private static void removeFirst(Set<?> keys, Object owner, Heap heap) {
    if (isTold(owner, keys) && !keys.isEmpty()) {
      heap.call(owner, "remove the first");
      Iterator<?> all = keys.iterator();
      all.next();
      all.remove();
    }
  }

  private static void setFirst(Map<Object, @Nullable Object> map, @Nullable Object v, Heap heap) {
    if (isTold(map, map.keySet()) && !map.isEmpty()) {
      heap.call(map, "set the first", v);
      map.entrySet().iterator().next().setValue(v);
    }
  }

  private static boolean isTold(Object container, Collection<?> elements) {
    return Anatomy.isOrdered(container) || Keys.isRepeatable(elements);
  }

  private static void list(List<@Nullable Object> list, SplittableRandom random, Heap heap) {
    Object element = any(random, heap);
    int index = list.isEmpty() ? 0 : random.nextInt(list.size());
    switch (random.nextInt(11)) {
      case 0, 1 -> {
        if (!list.isEmpty()) {
          heap.call(list, "set", index, element);
          list.set(index, element);
        }
      }
      case 2 -> {
        if (!list.isEmpty()) {
          heap.call(list, "remove", index);
          list.remove(index);
        }
      }
      case 3 -> {
        heap.call(list, "add", index, element);
        list.add(index, element);
      }
      case 4 -> rearrange(list, random, heap);
      case 5 -> {
        if (random.nextInt(3) == 0) {
          heap.call(list, "clear");
          list.clear();
        }
      }
      default -> {
        heap.call(list, "add", element);
        list.add(element);
      }
    }
  }

  private static void rearrange(List<@Nullable Object> list, SplittableRandom random, Heap heap) {
    switch (random.nextInt(4)) {
      case 0 -> {
        heap.call(list, "reverse");
        Collections.reverse(list);
      }
      case 1 -> {
        heap.call(list, "rotate");
        Collections.rotate(list, 1);
      }
      case 2 -> {
        heap.call(list, "remove nulls");
        list.removeIf(element -> element == null);
      }
      default -> {
        heap.call(list, "sort");
        list.sort((one, other) -> kind(one).compareTo(kind(other)));
      }
    }
  }

  private static String kind(@Nullable Object element) {
    return element == null ? "" : element.getClass().getName();
  }

  private static void collection(
      Collection<@Nullable Object> target, SplittableRandom random, Heap heap) {
    boolean keyed =
        target instanceof Set<?> || Keys.isSorted(target) || target instanceof CopyOnWriteArraySet;
    Object element = keyed ? key(target, random, heap) : any(random, heap);
    switch (random.nextInt(8)) {
      case 0 -> {
        if (isTold(target, target) && !target.isEmpty()) {
          heap.call(target, "remove the first");
          Iterator<?> all = target.iterator();
          all.next();
          all.remove();
        }
      }
      case 1 -> {
        if (keyed) {
          heap.call(target, "remove", element);
          target.remove(element);
        } else if (target instanceof Queue<?> queue) {
          heap.call(target, "poll");
          queue.poll();
        }
      }
      case 2 -> {
        if (random.nextInt(3) == 0) {
          heap.call(target, "clear");
          target.clear();
        }
      }
      case 3 -> addMany(target, keyed, random, heap);
      default -> {
        heap.call(target, "add", element);
        target.add(element);
      }
    }
  }

  private static void addMany(
      Collection<@Nullable Object> target, boolean keyed, SplittableRandom random, Heap heap) {
    if (Keys.isByIdentity(target)) {
      return;
    }
    int from = random.nextInt(30);
    heap.call(target, "add many", "more" + from, keyed);
    for (int i = from; i < from + MANY; i++) {
      target.add("more" + i);
    }
  }

  @SuppressWarnings("unchecked")
  static void swap(Object one, Object two, Heap heap) {
    List<Object> a = (List<Object>) one;
    List<Object> b = (List<Object>) two;
    heap.note(heap.name(a) + " and " + heap.name(b) + " swap their elements");
    List<Object> kept = new ArrayList<>(a);
    a.clear();
    a.addAll(b);
    b.clear();
    b.addAll(kept);
  }
}
