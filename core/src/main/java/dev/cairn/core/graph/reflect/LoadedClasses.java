package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The classes of this JVM. To list them, and to ask each whether it is initialised, takes
 * milliseconds, so they are counted first: the JVM says how many it has ever loaded, and how many
 * initialisers it has ever begun. For one thread at a time.
 */
public final class LoadedClasses {
  private static final Class<?>[] NONE = {};

  private final Supplier<Class<?>[]> list;
  private final Optional<Lookup> trusted;
  private LongSupplier loaded = () -> -1;
  private LongSupplier begun = () -> -1;
  private boolean counting;
  private long counted = -1;

  LoadedClasses(Supplier<Class<?>[]> list, Optional<Lookup> trusted) {
    this.list = list;
    this.trusted = trusted;
  }

  /** All of them, unless none was loaded since this was asked last: then none. */
  public Class<?>[] changed() {
    requireCounters();
    long count = loaded.getAsLong();
    if (count >= 0 && count == counted) {
      return NONE;
    }
    counted = count;
    return list.get();
  }

  /** How many initialisers the JVM has begun to run; -1 where it does not say. */
  public long begunInitializers() {
    requireCounters();
    return begun.getAsLong();
  }

  /** Not before they are needed: a program that saves nothing shall not load a library for it. */
  private void requireCounters() {
    if (!counting) {
      counting = true;
      trusted.ifPresent(this::findCounters);
    }
  }

  /**
   * The JVM's own counters, where it has a module for them. Their class needs a library that only
   * the initialiser of ManagementFactory loads; initialised without, it is broken for the whole
   * JVM, and with it everything that the program does by JMX.
   */
  private void findCounters(Lookup lookup) {
    try {
      Class.forName("java.lang.management.ManagementFactory");
      Class<?> type = Class.forName("sun.management.VMManagementImpl");
      Object management = lookup.findConstructor(type, MethodType.methodType(void.class)).invoke();
      loaded = counter(lookup, management, "getTotalClassCount");
      begun = counter(lookup, management, "getInitializedClassCount");
    } catch (Throwable e) {
      loaded = () -> -1;
      begun = () -> -1;
    }
  }

  private static LongSupplier counter(Lookup lookup, Object management, String name)
      throws ReflectiveOperationException {
    MethodType returnsLong = MethodType.methodType(long.class);
    MethodHandle counter =
        lookup.findVirtual(management.getClass(), name, returnsLong).bindTo(management);
    return () -> count(counter);
  }

  private static long count(MethodHandle counter) {
    try {
      return (long) counter.invokeExact();
    } catch (Throwable e) {
      throw PrivateField.unchecked(e);
    }
  }
}
