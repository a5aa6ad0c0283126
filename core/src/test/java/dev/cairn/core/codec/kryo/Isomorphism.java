package dev.cairn.core.codec.kryo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether two heaps are the same but for the identity of their objects, given pairs of objects that
 * must stand for each other. Knows nothing of the product: it reads objects in its own way.
 */
@SuppressWarnings({"BadImport", "EnumOrdinal", "JavaUtilDate"}) // odd things are what is tested
final class Isomorphism {
  private final Map<Object, Object> there = new IdentityHashMap<>();
  private final Map<Object, Object> here = new IdentityHashMap<>();
  private final Deque<Step> open = new ArrayDeque<>();

  private record Step(Object first, Object second, String path) {}

  /** Where the heaps differ, if they do. */
  Optional<String> difference() {
    while (!open.isEmpty()) {
      Step step = open.removeFirst();
      Optional<String> found = compare(step);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Demands that one reference stands for another; says where if that cannot be. */
  Optional<String> pair(@Nullable Object first, @Nullable Object second, String path) {
    if (first == null || second == null) {
      return first == second ? Optional.empty() : Optional.of(path + ": null on one side");
    }
    if (first.getClass() != second.getClass()) {
      return Optional.of(path + ": " + first.getClass() + " and " + second.getClass());
    }
    if (isValue(first)) {
      return first.equals(second) ? Optional.empty() : Optional.of(path + ": value");
    }
    Object known = there.get(first);
    Object back = here.get(second);
    if (known == null && back == null) {
      there.put(first, second);
      here.put(second, first);
      open.addLast(new Step(first, second, path));
      return Optional.empty();
    }
    return known == second && back == first
        ? Optional.empty()
        : Optional.of(path + ": another " + first.getClass().getSimpleName());
  }

  private static boolean isValue(Object object) {
    return object instanceof Enum<?>
        || object instanceof Number number && !isHolder(number)
        || object instanceof CharSequence text && !(text instanceof StringBuilder)
        || object instanceof Boolean
        || object instanceof Character
        || object instanceof Class<?>
        || object instanceof StackTraceElement
        || object.getClass().getPackageName().equals("java.time")
        || object instanceof UUID;
  }

  private static boolean isHolder(Number number) {
    return number instanceof AtomicInteger || number instanceof AtomicLong;
  }

  private Optional<String> compare(Step step) {
    Map<String, @Nullable Object> first = parts(step.first());
    Map<String, @Nullable Object> second = parts(step.second());
    if (!first.keySet().equals(second.keySet())) {
      return Optional.of(step.path() + ": parts " + first.keySet() + second.keySet());
    }
    for (Map.Entry<String, @Nullable Object> part : first.entrySet()) {
      Optional<String> found =
          pair(part.getValue(), second.get(part.getKey()), step.path() + part.getKey());
      if (found.isPresent()) {
        return found;
      }
    }
    return unordered(step);
  }

  private static Map<String, @Nullable Object> parts(Object object) {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        parts.put("[" + i + "]", Array.get(object, i));
      }
      parts.put("[]", Array.getLength(object));
    }
    if (isOurs(object)) {
      fields(object, parts);
    }
    elements(object, parts);
    held(object, parts);
    return parts;
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("dev.cairn");
  }

  private static void fields(Object object, Map<String, @Nullable Object> parts) {
    for (Class<?> c = object.getClass();
        c != null && c.getName().startsWith("dev.cairn");
        c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          parts.put("." + c.getSimpleName() + "." + field.getName(), read(field, object));
        }
      }
    }
  }

  private static @Nullable Object read(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void elements(Object object, Map<String, @Nullable Object> parts) {
    if (isUnordered(object)) {
      parts.put(".size", size(object));
    } else if (object instanceof Map<?, ?> map) {
      int i = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        parts.put("{" + i + "}", entry.getKey());
        parts.put("{" + i++ + "}=", entry.getValue());
      }
    } else if (object instanceof Collection<?> collection) {
      int i = 0;
      for (Object element : collection) {
        parts.put("(" + i++ + ")", element);
      }
    }
  }

  private static int size(Object object) {
    return object instanceof Map<?, ?> map ? map.size() : ((Collection<?>) object).size();
  }

  /** Where identity hashes decide the order; with stable hashes even these have the same order. */
  private static boolean isUnordered(Object object) {
    if (object instanceof IdentityHashMap<?, ?> || isSalted(object)) {
      return true;
    }
    if (object instanceof Map<?, ?> map) {
      return !isOrderedClass(map) && !map.keySet().stream().allMatch(Isomorphism::hashesAlike);
    }
    return object instanceof Set<?> set
        && !isOrderedClass(set)
        && !set.stream().allMatch(Isomorphism::hashesAlike);
  }

  /** The order of Set.of and Map.of is drawn anew in every JVM. */
  private static boolean isSalted(Object object) {
    return object.getClass().getName().startsWith("java.util.ImmutableCollections$")
        && !(object instanceof List<?>);
  }

  private static boolean isOrderedClass(Object container) {
    return container instanceof LinkedHashMap<?, ?>
        || container instanceof LinkedHashSet<?>
        || container instanceof SortedMap<?, ?>
        || container instanceof SortedSet<?>
        || container instanceof EnumMap<?, ?>
        || container instanceof EnumSet<?>;
  }

  private static boolean hashesAlike(Object key) {
    return key instanceof String
        || key instanceof Integer
        || key instanceof Long
        || key instanceof HeapModel.Key
        || key instanceof HeapModel.Point;
  }

  private static void held(Object object, Map<String, @Nullable Object> parts) {
    if (object instanceof AtomicInteger || object instanceof AtomicLong) {
      parts.put(".number", ((Number) object).longValue());
    } else if (object instanceof AtomicReference<?> reference) {
      parts.put(".get", reference.get());
    } else if (object instanceof StringBuilder builder) {
      parts.put(".text", builder.toString());
    } else if (object instanceof Date date) {
      parts.put(".time", date.getTime());
    } else if (object instanceof BitSet bits) {
      parts.put(".bits", Arrays.toString(bits.toLongArray()));
    } else if (object instanceof Optional<?> optional) {
      parts.put(".value", optional.isPresent() ? optional.get() : null);
    } else if (object instanceof Map.Entry<?, ?> entry) {
      parts.put(".key", entry.getKey());
      parts.put(".value", entry.getValue());
    } else if (object instanceof Throwable failure) {
      parts.put(".message", failure.getMessage());
      parts.put(".trace", Arrays.toString(failure.getStackTrace()));
      parts.put(".suppressed", failure.getSuppressed().length);
    } else if (object instanceof Random random) {
      parts.put(".next", copy(random).nextLong());
    }
  }

  /** What it would say next, without asking it. */
  private static Random copy(Random random) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(random);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (Random) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Every element must have its counterpart, found by what was paired already or by equality. */
  private Optional<String> unordered(Step step) {
    if (!isUnordered(step.first())) {
      return Optional.empty();
    }
    Collection<?> left = keys(step.first());
    List<Object> right = new ArrayList<>(keys(step.second()));
    for (Object key : left) {
      Object partner = partner(key, right);
      if (partner == null) {
        return Optional.of(step.path() + ": no counterpart of a " + key.getClass());
      }
      right.removeIf(candidate -> candidate == partner);
      Optional<String> found = pair(key, partner, step.path() + "{key}");
      if (found.isPresent()) {
        return found;
      }
      if (step.first() instanceof Map<?, ?> map) {
        Map<?, ?> other = (Map<?, ?>) step.second();
        Optional<String> value = pair(map.get(key), other.get(partner), step.path() + "{value}");
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  private static Collection<?> keys(Object container) {
    return container instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) container;
  }

  private @Nullable Object partner(Object key, List<Object> candidates) {
    Object known = there.get(key);
    for (Object candidate : candidates) {
      if (known != null ? candidate == known : Objects.equals(candidate, key)) {
        return candidate;
      }
    }
    return null;
  }
}
