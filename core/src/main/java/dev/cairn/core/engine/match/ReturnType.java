package dev.cairn.core.engine.match;

import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What a stage or pipeline may return. Thread-safe. */
public final class ReturnType {
  private final Class<?> type;

  private ReturnType(Class<?> type) {
    this.type = type;
  }

  /**
   * The return type of a method.
   *
   * @param descriptor the method's
   * @param declaring the class that declares it
   * @throws TypeNotPresentException if a type that the method mentions is absent
   */
  public static ReturnType of(String descriptor, Class<?> declaring) {
    return new ReturnType(
        MethodType.fromMethodDescriptorString(descriptor, declaring.getClassLoader()).returnType());
  }

  /** Whether a value, boxed if primitive, is one. */
  public boolean accepts(@Nullable Object value) {
    if (type == void.class) {
      return value == null;
    }
    if (value == null) {
      return !type.isPrimitive();
    }
    return MethodType.methodType(type).wrap().returnType().isInstance(value);
  }

  @Override
  public String toString() {
    return type.getTypeName();
  }
}
