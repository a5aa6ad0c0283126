package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field that is read and written past its access rules. Immutable. */
public final class PrivateField {
  private final boolean primitive;
  private final MethodHandle getter;
  private final MethodHandle setter;

  PrivateField(Field field, MethodHandle getter, MethodHandle setter) {
    this.primitive = field.getType().isPrimitive();
    this.getter = getter;
    this.setter = setter;
  }

  /** Whether its type is primitive. */
  public boolean isPrimitive() {
    return primitive;
  }

  /** The value of a reference field. */
  public @Nullable Object get(Object object) {
    try {
      return (Object) getter.invokeExact(object);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** The value of a primitive field, as bits. */
  public long bits(Object object) {
    try {
      return (long) getter.invokeExact(object);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Writes a reference field. */
  public void set(Object object, @Nullable Object value) {
    try {
      setter.invokeExact(object, value);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Writes a primitive field. */
  public void setBits(Object object, long bits) {
    try {
      setter.invokeExact(object, bits);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** A field declares nothing: what comes is unchecked. */
  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error e) {
      throw e;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
