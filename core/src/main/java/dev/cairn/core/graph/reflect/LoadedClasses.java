package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The classes of this JVM. Listing them takes milliseconds, so they are counted first: the JVM says
 * how many it has ever loaded. For one thread at a time.
 */
public final class LoadedClasses {
  private static final Class<?>[] NONE = {};

  private final Supplier<Class<?>[]> list;
  private final Optional<MethodHandle> counter;
  private long counted = -1;

  LoadedClasses(Supplier<Class<?>[]> list, Optional<Lookup> trusted) {
    this.list = list;
    this.counter = trusted.flatMap(LoadedClasses::counter);
  }

  /** The JVM's own counter; empty where it does it otherwise, or has no module for it. */
  private static Optional<MethodHandle> counter(Lookup trusted) {
    try {
      Class<?> type = Class.forName("sun.management.VMManagementImpl");
      Object management = trusted.findConstructor(type, MethodType.methodType(void.class)).invoke();
      MethodType returnsLong = MethodType.methodType(long.class);
      return Optional.of(
          trusted.findVirtual(type, "getTotalClassCount", returnsLong).bindTo(management));
    } catch (Throwable e) {
      return Optional.empty();
    }
  }

  /** All of them, unless none was loaded since this was asked last: then none. */
  public Class<?>[] changed() {
    long count = count();
    if (count >= 0 && count == counted) {
      return NONE;
    }
    counted = count;
    return list.get();
  }

  private long count() {
    if (counter.isEmpty()) {
      return -1;
    }
    try {
      return (long) counter.get().invokeExact();
    } catch (Throwable e) {
      throw PrivateField.unchecked(e);
    }
  }
}
