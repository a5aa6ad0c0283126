package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.reflect.Annotations;
import java.io.Externalizable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the fields of application classes mean to Cairn. */
public final class FieldMarks {

  private FieldMarks() {}

  /** The mark of an instance field; empty where there is nothing to say of it. */
  public static Optional<Mark> of(Field field) {
    if (Annotations.isUnsaved(field) || Annotations.isUnsaved(field.getType())) {
      return field.getType().isPrimitive() ? Optional.empty() : Optional.of(Mark.UNSAVED);
    }
    if (Annotations.isUncompared(field) || Annotations.isUncompared(field.getType())) {
      return Optional.of(Mark.UNCOMPARED);
    }
    boolean left = Modifier.isTransient(field.getModifiers()) && !Annotations.isSaved(field);
    return Optional.of(left && transientMeansIt(field) ? Mark.TRANSIENT : Mark.COMPARED);
  }

  /**
   * The instance fields of a class and its superclasses up to another, which is left out: those of
   * superclasses first, else by name, as the order of reflection is nobody's promise.
   */
  public static List<Field> fields(Class<?> type, Class<?> end) {
    List<Class<?>> chain = new ArrayList<>();
    for (Class<?> c = type; c != null && c != end; c = c.getSuperclass()) {
      chain.add(0, c);
    }
    return chain.stream().flatMap(c -> declared(c).stream()).toList();
  }

  private static List<Field> declared(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
  }

  /**
   * A class that writes itself in a form of its own (collections of libraries do) calls fields
   * transient that are its very content: there the word says nothing.
   */
  private static boolean transientMeansIt(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return !Externalizable.class.isAssignableFrom(owner) && !Hooks.hasOwnForm(owner);
  }
}
