package dev.cairn.core.graph;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects that a {@code static final} field of their own class holds: singletons, whose identity is
 * all. They are linked by the field's name.
 */
final class Constants {
  private final ClassValue<List<Field>> candidates =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return find(type);
        }
      };

  Optional<Field> of(Object object) {
    for (Field field : candidates.get(object.getClass())) {
      if (read(field).filter(value -> value == object).isPresent()) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The value of a constant. */
  static Optional<Object> read(Field field) {
    try {
      return Optional.ofNullable(field.get(null));
    } catch (IllegalAccessException e) {
      return Optional.empty();
    }
  }

  /** The constant of a class with a name, if there is one that can be read. */
  static Optional<Field> find(Class<?> owner, String name) {
    return candidates(owner, owner).stream()
        .filter(field -> field.getName().equals(name))
        .findFirst();
  }

  private static List<Field> find(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      found.addAll(candidates(c, type));
    }
    return found;
  }

  private static List<Field> candidates(Class<?> owner, Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Field field : owner.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers)
          && Modifier.isFinal(modifiers)
          && field.getType().isAssignableFrom(type)
          && !field.getType().isPrimitive()
          && opens(field)) {
        found.add(field);
      }
    }
    return found;
  }

  private static boolean opens(Field field) {
    try {
      field.setAccessible(true);
      return true;
    } catch (InaccessibleObjectException e) {
      return false;
    }
  }
}
