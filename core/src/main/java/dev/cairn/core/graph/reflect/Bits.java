package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Gives the handles of all fields one of two types, so that primitives need no boxes. */
final class Bits {
  private static final MethodType READS_BITS = MethodType.methodType(long.class, Object.class);
  private static final MethodType READS = MethodType.methodType(Object.class, Object.class);
  private static final MethodType WRITES_BITS =
      MethodType.methodType(void.class, Object.class, long.class);
  private static final MethodType WRITES =
      MethodType.methodType(void.class, Object.class, Object.class);

  private static final MethodHandle FROM_DOUBLE =
      find(Double.class, "doubleToRawLongBits", long.class, double.class);
  private static final MethodHandle TO_DOUBLE =
      find(Double.class, "longBitsToDouble", double.class, long.class);
  private static final MethodHandle FROM_FLOAT =
      find(Float.class, "floatToRawIntBits", int.class, float.class);
  private static final MethodHandle TO_FLOAT =
      find(Float.class, "intBitsToFloat", float.class, int.class);

  private Bits() {}

  private static MethodHandle find(Class<?> owner, String name, Class<?> to, Class<?> from) {
    try {
      return MethodHandles.publicLookup().findStatic(owner, name, MethodType.methodType(to, from));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every JVM has " + name, e);
    }
  }

  /** To {@code (Object)long} of a primitive, {@code (Object)Object} of a reference. */
  static MethodHandle adaptGetter(MethodHandle getter) {
    Class<?> type = getter.type().returnType();
    if (!type.isPrimitive()) {
      return getter.asType(READS);
    }
    MethodHandle bits = getter;
    if (type == double.class) {
      bits = MethodHandles.filterReturnValue(getter, FROM_DOUBLE);
    } else if (type == float.class) {
      bits = MethodHandles.filterReturnValue(getter, FROM_FLOAT);
    }
    return MethodHandles.explicitCastArguments(bits, READS_BITS);
  }

  /** To {@code (Object,long)void} or {@code (Object,Object)void}. */
  static MethodHandle adaptSetter(MethodHandle setter) {
    Class<?> type = setter.type().parameterType(1);
    if (!type.isPrimitive()) {
      return setter.asType(WRITES);
    }
    MethodHandle bits = setter;
    if (type == double.class) {
      bits = MethodHandles.filterArguments(setter, 1, TO_DOUBLE);
    } else if (type == float.class) {
      bits = MethodHandles.filterArguments(setter, 1, TO_FLOAT);
    }
    return MethodHandles.explicitCastArguments(bits, WRITES_BITS);
  }
}
