package dev.cairn.core.graph.type;

import dev.cairn.core.graph.reflect.Annotations;
import java.lang.reflect.Field;
import java.util.Comparator;

/**
 * A {@code static final} field of an initialised class: what it holds is found again by this name.
 *
 * @param owner the class that declares it
 * @param name the field's
 * @param compared whether its content must be what it was; not so where the field is marked
 *     {@code @Unsaved}
 */
public record Constant(Class<?> owner, String name, boolean compared) {

  static Constant of(Field field) {
    return new Constant(field.getDeclaringClass(), field.getName(), !Annotations.isUnsaved(field));
  }

  /** Alike in every JVM: those of a class and its superclasses first, then by name. */
  static Comparator<Constant> ownFirst(Class<?> type) {
    return Comparator.<Constant, Boolean>comparing(c -> !c.owner().isAssignableFrom(type))
        .thenComparing(Constant::toString);
  }

  @Override
  public String toString() {
    return owner.getName() + "." + name;
  }
}
