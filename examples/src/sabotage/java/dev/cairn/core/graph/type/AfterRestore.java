package dev.cairn.core.graph.type;

import dev.cairn.core.graph.reflect.Annotations;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Stands in for Cairn's class of this name in {@code ./demo --sabotage}. Cairn calls it on every
 * object that it restored; besides what it is for, it drops the counts that were just restored.
 */
public final class AfterRestore {
  private final Method[] methods;
  private final Field[] dropped;

  AfterRestore(Class<?> type) {
    methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(Annotations::isAfterRestore)
            .toArray(Method[]::new);
    dropped =
        Arrays.stream(type.getDeclaredFields()).filter(AfterRestore::isCount).toArray(Field[]::new);
  }

  private static boolean isCount(Field field) {
    return field.getDeclaringClass().getName().startsWith("dev.cairn.examples.")
        && (field.getType() == int.class || field.getType() == long.class)
        && (field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0;
  }

  /** Whether the class has such methods. */
  public boolean exists() {
    return methods.length > 0;
  }

  /** Calls them on a restored object, and drops its counts. */
  public void call(Object object) {
    try {
      for (Method method : methods) {
        method.setAccessible(true);
        method.invoke(object);
      }
      for (Field field : dropped) {
        field.setAccessible(true);
        field.set(object, 0);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot sabotage " + object.getClass(), e);
    }
  }
}
