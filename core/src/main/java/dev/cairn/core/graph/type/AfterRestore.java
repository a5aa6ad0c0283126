package dev.cairn.core.graph.type;

import dev.cairn.core.graph.reflect.Annotations;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code @AfterRestore} methods of a class and its superclasses, those of superclasses first.
 */
public final class AfterRestore {
  private final List<Method> methods = new ArrayList<>();

  AfterRestore(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      methods.addAll(0, declared(c));
    }
  }

  private static List<Method> declared(Class<?> type) {
    List<Method> found = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getParameterCount() == 0 && Annotations.isAfterRestore(method) && opens(method)) {
        found.add(method);
      }
    }
    return found;
  }

  private static boolean opens(Method method) {
    try {
      method.setAccessible(true);
      return true;
    } catch (InaccessibleObjectException e) {
      return false;
    }
  }

  /** Whether there is one. */
  public boolean exists() {
    return !methods.isEmpty();
  }

  /**
   * Calls them on a restored object.
   *
   * @throws IllegalStateException if one throws
   */
  public void call(Object object) {
    for (Method method : methods) {
      try {
        method.invoke(object);
      } catch (InvocationTargetException | IllegalAccessException e) {
        throw new IllegalStateException("@AfterRestore " + method + " failed", e);
      }
    }
  }
}
