package dev.cairn.it.crash.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A graph of objects as text: two graphs have the same text only if they have the same shape, with
 * the same aliases and cycles, the same classes, values, and orders of iteration. Written for the
 * tests; knows nothing of Cairn and shares no code with it.
 */
public final class HeapText {
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Object> waiting = new ArrayDeque<>();

  private HeapText() {}

  /** Everything that can be reached from these objects. */
  public static String of(Object... roots) {
    HeapText heap = new HeapText();
    heap.place(roots);
    while (!heap.waiting.isEmpty()) {
      heap.describe(heap.waiting.remove());
    }
    return heap.text.toString();
  }

  private void describe(Object object) {
    text.append('\n').append(numbers.get(object)).append(": ").append(object.getClass().getName());
    if (object instanceof Diary) {
      return;
    }
    if (object instanceof Path) {
      text.append(object);
    } else if (object.getClass().isArray()) {
      places(elements(object));
    } else if (object instanceof Map<?, ?> map) {
      places(flat(map));
      fields(object);
    } else if (object instanceof Collection<?> collection) {
      places(new ArrayList<>(collection));
      fields(object);
    } else if (object instanceof Map.Entry<?, ?> entry) {
      places(Arrays.asList(entry.getKey(), entry.getValue()));
    } else if (object instanceof Optional<?> optional) {
      place(optional.orElse(null));
    } else if (object instanceof AtomicReference<?> reference) {
      place(reference.get());
    } else if (object instanceof Throwable failure) {
      text.append(' ').append(failure).append(Arrays.toString(failure.getStackTrace()));
      places(Arrays.asList(failure.getCause(), failure.getSuppressed()));
      fields(object);
    } else if (object instanceof CharSequence) {
      place(object.toString());
    } else if (isJdk(object.getClass())) {
      text.append(' ').append(bytes(object));
    } else {
      fields(object);
    }
  }

  private static List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static List<Object> flat(Map<?, ?> map) {
    List<Object> flat = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          flat.add(key);
          flat.add(value);
        });
    return flat;
  }

  private void places(List<?> values) {
    text.append(" [");
    values.forEach(this::place);
    text.append(" ]");
  }

  private void fields(Object object) {
    for (Class<?> type = object.getClass(); !isJdk(type); type = type.getSuperclass()) {
      Field[] fields = type.getDeclaredFields();
      Arrays.sort(fields, Comparator.comparing(Field::getName));
      AccessibleObject.setAccessible(fields, true);
      for (Field field : fields) {
        if (!Modifier.isStatic(field.getModifiers())) {
          text.append(' ').append(type.getSimpleName()).append('.').append(field.getName());
          place(value(field, object));
        }
      }
    }
  }

  private static Object value(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in a field or element: a value itself, or the number of an object. */
  private void place(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Character) {
      text.append('=').append(value);
    } else if (value instanceof String string) {
      text.append("=\"").append(string).append('"');
    } else if (value instanceof Number number && isBox(number)) {
      text.append('=').append(value.getClass().getSimpleName()).append(bits(number));
    } else if (value instanceof Enum<?> constant) {
      text.append('=').append(constant.getDeclaringClass().getName()).append('.').append(constant);
    } else if (value instanceof Class<?> type) {
      text.append('=').append(type.getName());
    } else if (value.getClass().isSynthetic()) {
      text.append("=lambda");
    } else {
      text.append("=#").append(number(value));
    }
  }

  private int number(Object object) {
    return numbers.computeIfAbsent(
        object,
        unseen -> {
          waiting.add(object);
          return numbers.size() + 1;
        });
  }

  private static boolean isBox(Number number) {
    return number.getClass().getPackageName().equals("java.lang");
  }

  private static String bits(Number number) {
    if (number instanceof Double d) {
      return Long.toHexString(Double.doubleToRawLongBits(d));
    }
    return number instanceof Float f
        ? Integer.toHexString(Float.floatToRawIntBits(f))
        : number.toString();
  }

  private static boolean isJdk(Class<?> type) {
    return type.getName().startsWith("java.");
  }

  private static String bytes(Object object) {
    if (!(object instanceof Serializable)) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
