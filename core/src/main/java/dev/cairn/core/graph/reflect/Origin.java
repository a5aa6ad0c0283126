package dev.cairn.core.graph.reflect;

import org.jspecify.annotations.Nullable;

/** Whose a class is. */
public final class Origin {

  private Origin() {}

  /** Whether a class is the JDK's; what comes from libraries counts as the application's. */
  public static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || isJdkModule(type.getModule().getName());
  }

  /** Some of the JDK's modules are in the loader of the application. */
  private static boolean isJdkModule(@Nullable String module) {
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
