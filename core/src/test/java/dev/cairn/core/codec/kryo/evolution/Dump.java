package dev.cairn.core.codec.kryo.evolution;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects as texts: {@code It{a=1, b=[2, 3]}}. An object met again is shown as {@code ^It}. */
final class Dump {
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();

  private Dump() {}

  static String of(@Nullable Object object) {
    return new Dump().text(object);
  }

  private String text(@Nullable Object object) {
    if (object == null || object instanceof Number || object instanceof Character) {
      return object + suffix(object);
    }
    if (object instanceof String || object instanceof Boolean || object instanceof Enum<?>) {
      return object.toString();
    }
    if (object instanceof Class<?> type) {
      return type.getSimpleName();
    }
    if (seen.put(object, true) != null) {
      return "^" + object.getClass().getSimpleName();
    }
    if (object instanceof Collection<?> elements) {
      return elements(elements);
    }
    return object instanceof Map<?, ?> map ? entries(map) : fields(object);
  }

  private String elements(Collection<?> elements) {
    List<String> texts = new ArrayList<>();
    for (Object element : elements) {
      texts.add(text(element));
    }
    return texts.toString();
  }

  private static String suffix(@Nullable Object number) {
    return number instanceof Long ? "L" : number instanceof Float ? "f" : "";
  }

  private String entries(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String fields(Object object) {
    Map<String, String> fields = new TreeMap<>();
    for (Class<?> c = object.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.put(field.getName(), text(value(field, object)));
        }
      }
    }
    return object.getClass().getSimpleName() + fields;
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
