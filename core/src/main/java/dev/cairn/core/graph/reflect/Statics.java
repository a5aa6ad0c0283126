package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at static fields and never runs an initialiser by that, as ordinary reflection would. Safe
 * for use by many threads.
 */
public final class Statics {
  private static final String UNSAFE = "jdk.internal.misc.Unsafe";

  private final MethodHandle uninitialized;
  private final MethodHandle base;
  private final MethodHandle offset;
  private final MethodHandle reference;

  private Statics(Lookup lookup) throws ReflectiveOperationException {
    Class<?> type = Class.forName(UNSAFE);
    Object unsafe = instance(lookup, type);
    this.uninitialized = bound(lookup, unsafe, "shouldBeInitialized", boolean.class, Class.class);
    this.base = bound(lookup, unsafe, "staticFieldBase", Object.class, Field.class);
    this.offset = bound(lookup, unsafe, "staticFieldOffset", long.class, Field.class);
    this.reference =
        bound(lookup, unsafe, "getReferenceAcquire", Object.class, Object.class, long.class);
  }

  private static Object instance(Lookup lookup, Class<?> type) throws ReflectiveOperationException {
    try {
      return lookup.findStatic(type, "getUnsafe", MethodType.methodType(type)).invoke();
    } catch (ReflectiveOperationException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }

  private static MethodHandle bound(
      Lookup lookup, Object unsafe, String name, Class<?> returned, Class<?>... parameters)
      throws ReflectiveOperationException {
    return lookup
        .findVirtual(unsafe.getClass(), name, MethodType.methodType(returned, parameters))
        .bindTo(unsafe);
  }

  /** With a lookup that may do everything; empty where this JDK does it otherwise. */
  static Optional<Statics> of(Lookup trusted) {
    try {
      return Optional.of(new Statics(trusted));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** Whether a class is initialised, and not only about to be. */
  public boolean isInitialized(Class<?> type) {
    try {
      return !(boolean) uninitialized.invokeExact((Class<?>) type);
    } catch (Throwable e) {
      throw PrivateField.unchecked(e);
    }
  }

  /** What a static field of a reference type holds now. */
  public @Nullable Object get(Field field) {
    try {
      Object holder = (Object) base.invokeExact(field);
      return (Object) reference.invokeExact(holder, (long) offset.invokeExact(field));
    } catch (Throwable e) {
      throw PrivateField.unchecked(e);
    }
  }
}
