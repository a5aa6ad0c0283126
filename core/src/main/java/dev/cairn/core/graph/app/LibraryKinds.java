package dev.cairn.core.graph.app;

import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of classes of libraries that are the sum of their fields, but not always. They are
 * recognised by name: Cairn links to none of them.
 */
public final class LibraryKinds {
  private static final String LAZY = "org.hibernate.collection.spi.AbstractPersistentCollection";

  /**
   * The field with the keys of classes that keep places which follow from the hash codes of their
   * keys and never compute them again. Asking such an object for its keys may change it.
   */
  private static final Map<String, String> TABLES =
      Map.of(
          "com.google.common.collect.RegularImmutableMap", "entries",
          "com.google.common.collect.RegularImmutableSet", "elements",
          "it.unimi.dsi.fastutil.objects.ObjectOpenHashSet", "key",
          "it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap", "key",
          "it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap", "key",
          "it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap", "key",
          "it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap", "key",
          "org.eclipse.collections.impl.map.mutable.UnifiedMap", "table",
          "org.eclipse.collections.impl.set.mutable.UnifiedSet", "table");

  private static final String PROXY = "org.hibernate.proxy.HibernateProxy";

  private LibraryKinds() {}

  /** Why a class stands for something that Cairn cannot look at, where it does. */
  public static Optional<String> refusal(Class<?> type) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (implemented.getName().equals(PROXY)) {
        return Optional.of(
            "it is a proxy of Hibernate, which only its session can load and no other process"
                + " has; put in its place what Hibernate.unproxy gives, fetch it with its owner,"
                + " or mark the field @Unsaved");
      }
    }
    return Optional.empty();
  }

  /** Why an instance of a class would not come back exactly, where that may be so. */
  public static Optional<Function<Object, Optional<String>>> obstacle(Class<?> type, Access access)
      throws ReflectiveOperationException {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(LAZY)) {
        PrivateField loaded = access.readOnly(c.getDeclaredField("initialized"));
        return Optional.of(collection -> notLoaded(loaded, collection));
      }
    }
    String keys = TABLES.get(type.getName());
    if (keys == null) {
      return Optional.empty();
    }
    PrivateField table = access.readOnly(type.getDeclaredField(keys));
    return Optional.of(container -> unstable(table, container));
  }

  private static Optional<String> notLoaded(PrivateField loaded, Object collection) {
    return loaded.bits(collection) != 0
        ? Optional.empty()
        : Optional.of(
            "its elements are not loaded, and no other process can load them; load them with"
                + " Hibernate.initialize, or mark the field @Unsaved");
  }

  private static Optional<String> unstable(PrivateField table, Object container) {
    if (table.get(container) instanceof Object[] keys) {
      int step = container.getClass().getSimpleName().equals("UnifiedMap") ? 2 : 1;
      for (int i = 0; i < keys.length; i += step) {
        Object element = keys[i];
        Object key = element instanceof Map.Entry<?, ?> entry ? entry.getKey() : element;
        if (key instanceof Enum<?> || key instanceof Class<?>) {
          return Optional.of(
              "the hash codes of its keys differ in every JVM, and its table is not made again;"
                  + " keep them in a collection of the JDK");
        }
      }
    }
    return Optional.empty();
  }
}
