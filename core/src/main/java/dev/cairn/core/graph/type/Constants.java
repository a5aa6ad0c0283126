package dev.cairn.core.graph.type;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Objects that a {@code static final} field holds and whose identity is all: singletons, held by
 * their own class, and objects without any state, held by a class that is at work here. They are
 * linked by the field's name. Thread-safe.
 */
final class Constants {
  private final ClassValue<List<Field>> candidates =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private final ClassValue<Boolean> stateless =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isStateless(type);
        }
      };

  private final Set<Class<?>> users =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Notes a class that is at work: it is initialized, and its constants may be referred to. */
  void use(Class<?> type) {
    users.add(type);
  }

  Optional<Field> of(Object object) {
    Class<?> type = object.getClass();
    List<Field> ownFields = candidates.get(type);
    Optional<Field> own = ownFields.isEmpty() ? Optional.empty() : holding(ownFields, object);
    return own.isPresent() || !stateless.get(type) ? own : ofUser(object);
  }

  private Optional<Field> ofUser(Object object) {
    List<Class<?>> known;
    synchronized (users) {
      known = List.copyOf(users);
    }
    return known.stream()
        .flatMap(user -> holding(candidates(user, object.getClass()), object).stream())
        .findFirst();
  }

  private static Optional<Field> holding(List<Field> fields, Object object) {
    return fields.stream()
        .filter(field -> read(field).filter(value -> value == object).isPresent())
        .findFirst();
  }

  private static boolean isStateless(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          return false;
        }
      }
    }
    return !type.isArray();
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
    return constants(owner).stream().filter(field -> field.getName().equals(name)).findFirst();
  }

  private static List<Field> find(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      found.addAll(candidates(c, type));
    }
    return found;
  }

  private static List<Field> candidates(Class<?> owner, Class<?> type) {
    return constants(owner).stream()
        .filter(field -> field.getType().isAssignableFrom(type))
        .toList();
  }

  private static List<Field> constants(Class<?> owner) {
    List<Field> found = new ArrayList<>();
    for (Field field : owner.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers)
          && Modifier.isFinal(modifiers)
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
