package dev.cairn.core.graph.reflect;

/** Whose a class is. */
public final class Origin {

  private Origin() {}

  /** Whether a class is the JDK's; what comes from libraries counts as the application's. */
  public static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
