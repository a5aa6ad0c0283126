package dev.cairn.core.graph.app;

import dev.cairn.core.graph.reflect.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;

/**
 * Finds the application's own treatment of a type, where the loader of the type finds it: so the
 * answer for a class is the same whoever asks first. Holds on to no loader. Thread-safe.
 */
public final class Serializers {
  private static final String SERVICE = "dev.cairn.StateSerializer";

  private final Map<ClassLoader, Map<String, String>> byType = new WeakHashMap<>();

  /**
   * The serializer of a type, if the application has one.
   *
   * @throws ReflectiveOperationException if what the loader names cannot be made
   */
  public Optional<Serializer> of(Class<?> type) throws ReflectiveOperationException {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || Origin.isJdk(type)) {
      return Optional.empty();
    }
    String provider = providers(loader).get(type.getName());
    return provider == null
        ? Optional.empty()
        : Optional.of(new Serializer(made(Class.forName(provider, true, loader))));
  }

  private Map<String, String> providers(ClassLoader loader) throws ReflectiveOperationException {
    synchronized (byType) {
      Map<String, String> known = byType.get(loader);
      if (known == null) {
        known = find(loader);
        byType.put(loader, known);
      }
      return known;
    }
  }

  private static Map<String, String> find(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> service;
    try {
      service = Class.forName(SERVICE, false, loader);
    } catch (ClassNotFoundException e) {
      return Map.of();
    }
    try {
      return named(service, loader);
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      throw new ReflectiveOperationException(
          "what its loader names in META-INF/services/" + SERVICE + " cannot be used: " + e, e);
    }
  }

  private static Map<String, String> named(Class<?> service, ClassLoader loader)
      throws ReflectiveOperationException {
    Map<String, String> byType = new HashMap<>();
    for (Object found : ServiceLoader.load(service, loader)) {
      Class<?> type = new Serializer(found).type();
      String other = byType.put(type.getName(), found.getClass().getName());
      if (other != null && !other.equals(found.getClass().getName())) {
        throw new IllegalStateException(
            "both " + other + " and " + found.getClass().getName() + " treat " + type.getName());
      }
    }
    return byType;
  }

  private static Object made(Class<?> provider) throws ReflectiveOperationException {
    try {
      return provider.getConstructor().newInstance();
    } catch (RuntimeException | LinkageError e) {
      throw new ReflectiveOperationException("cannot make " + provider.getName() + ": " + e, e);
    }
  }
}
