package dev.cairn.core.graph.app;

import dev.cairn.core.graph.reflect.Origin;
import java.lang.reflect.Field;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Type;
import java.util.function.Supplier;

/**
 * Type arguments as texts. They leave no trace in an object, but say what its code takes for
 * granted of what it holds.
 */
final class Generics {

  private Generics() {}

  /** Those of a field's type. */
  static String of(Field field) {
    return arguments(field::getGenericType);
  }

  /** Those that an application class and its superclasses give their superclasses. */
  static String ofSuperclasses(Class<?> type) {
    StringBuilder text = new StringBuilder();
    for (Class<?> c = type; c != null && !Origin.isJdk(c); c = c.getSuperclass()) {
      text.append(arguments(c::getGenericSuperclass));
    }
    return text.toString();
  }

  private static String arguments(Supplier<Type> type) {
    try {
      String name = type.get() == null ? "" : type.get().getTypeName();
      int start = name.indexOf('<');
      return start < 0 ? "" : name.substring(start);
    } catch (TypeNotPresentException | MalformedParameterizedTypeException | LinkageError e) {
      return "";
    }
  }
}
