package dev.cairn.core.graph.reflect;

import java.util.function.Predicate;

/**
 * Which classes are services of a container: those that carry a stereotype or scope of one, a
 * subclass of such a class, and those that the user names. Safe for use by many threads.
 */
public final class Services {
  /** Those that say so themselves. */
  public static final Services MARKED = new Services(name -> false);

  private final Predicate<String> named;

  private Services(Predicate<String> named) {
    this.named = named;
  }

  /** Those that say so themselves, and those whose binary name this accepts. */
  public static Services named(Predicate<String> named) {
    return new Services(named);
  }

  /** Whether a class is one. */
  public boolean contain(Class<?> type) {
    return Annotations.isService(type) || isNamed(type);
  }

  private boolean isNamed(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (named.test(c.getName())) {
        return true;
      }
    }
    return false;
  }
}
