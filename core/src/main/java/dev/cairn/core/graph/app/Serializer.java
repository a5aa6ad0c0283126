package dev.cairn.core.graph.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of the application's {@code StateSerializer} interface, called by name. */
public final class Serializer {
  private static final String PACKAGE = "dev.cairn.";

  private final Object target;
  private final boolean inPlace;

  Serializer(Object target) {
    this.target = target;
    this.inPlace = face(target.getClass(), "InPlaceSerializer") != null;
  }

  Class<?> type() throws ReflectiveOperationException {
    return (Class<?>) Objects.requireNonNull(call("type"), "type() of " + this);
  }

  /** Whether a live object can be given a state. */
  boolean isInPlace() {
    return inPlace;
  }

  /** The parts of an object, in an array of their own. */
  @Nullable Object[] toState(Object object) {
    List<?> state = (List<?>) Objects.requireNonNull(called("toState", object), "no state");
    return state.toArray();
  }

  Object create() {
    return Objects.requireNonNull(called("create"), "no object");
  }

  Object fromState(List<? extends @Nullable Object> state) {
    return Objects.requireNonNull(
        called("fromState", Collections.unmodifiableList(state)), "no object");
  }

  void restore(Object object, List<? extends @Nullable Object> state) {
    called("restore", object, Collections.unmodifiableList(state));
  }

  private @Nullable Object called(String method, Object... arguments) {
    try {
      return call(method, arguments);
    } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("its serializer " + this + " failed: " + cause, e);
    }
  }

  private @Nullable Object call(String name, Object... arguments)
      throws ReflectiveOperationException {
    Class<?> face = face(target.getClass(), inPlace ? "InPlaceSerializer" : "StateSerializer");
    for (Method method : Objects.requireNonNull(face).getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        return method.invoke(target, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static @Nullable Class<?> face(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        Class<?> found = face.getName().equals(PACKAGE + name) ? face : face(face, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return target.getClass().getName();
  }
}
