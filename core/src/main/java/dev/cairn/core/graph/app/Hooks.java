package dev.cairn.core.graph.app;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a class has to say to Java's serialization. Cairn never runs these methods: it saves objects
 * field by field. But they tell what a class can do without.
 */
public final class Hooks {
  private static final String READER = "java.io.ObjectInputStream";
  private static final String WRITER = "java.io.ObjectOutputStream";

  private Hooks() {}

  /** Whether a class writes itself in a form of its own. */
  static boolean hasOwnForm(Class<?> type) {
    return Serializable.class.isAssignableFrom(type)
        && (inherits(type, "writeReplace") || inherits(type, "writeObject", WRITER));
  }

  /**
   * Whether a copy of an instance would be one too many: its class replaces copies by what it keeps
   * in a static field, or has nothing that tells instances apart.
   */
  public static boolean replacesCopies(Class<?> type) {
    return Serializable.class.isAssignableFrom(type)
        && inherits(type, "readResolve")
        && (keepsInstances(type) || isStateless(type));
  }

  /** In a field that is set when the instance is first needed, or in a class of its own for it. */
  private static boolean keepsInstances(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isFinal(field.getModifiers())),
            Arrays.stream(type.getDeclaredClasses())
                .flatMap(nested -> Arrays.stream(nested.getDeclaredFields())))
        .anyMatch(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type);
  }

  private static boolean isStateless(Class<?> type) {
    return FieldMarks.fields(type, Object.class).isEmpty();
  }

  /**
   * Whether instances live on after Java's serialization has left a transient field null: nothing
   * in the class, or below it, fills it in.
   *
   * @param owner the name of the class that declares the field
   */
  public static boolean mayLackTransient(Class<?> type, String owner) {
    boolean filled = inherits(type, "readResolve") || Externalizable.class.isAssignableFrom(type);
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      filled |= declares(c, "readObject", READER);
      if (c.getName().equals(owner)) {
        return Serializable.class.isAssignableFrom(c) && !filled;
      }
    }
    return false;
  }

  private static boolean inherits(Class<?> type, String name, String... parameters) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (declares(c, name, parameters)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Class<?> type, String name, String... parameters) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            method ->
                method.getName().equals(name)
                    && Arrays.equals(names(method.getParameterTypes()), parameters));
  }

  private static String[] names(Class<?>... types) {
    return Arrays.stream(types).map(Class::getName).toArray(String[]::new);
  }
}
