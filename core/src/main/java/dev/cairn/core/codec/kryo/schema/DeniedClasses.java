package dev.cairn.core.codec.kryo.schema;

import java.util.List;
import java.util.Set;

/** Classes that are never looked up, whatever a snapshot and its record say. */
final class DeniedClasses {
  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.Module",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime",
          "java.lang.System",
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal");

  /** Names for what a class of the application makes, or only stands for an interface of it. */
  private static final Set<String> HARMLESS =
      Set.of("java.lang.invoke.SerializedLambda", "java.lang.reflect.Proxy");

  private static final List<String> PACKAGES =
      List.of(
          "java.lang.invoke.",
          "java.lang.reflect.",
          "java.rmi.",
          "javax.management.",
          "javax.naming.",
          "javax.script.",
          "com.sun.org.apache.xalan.",
          "jdk.internal.",
          "sun.misc.",
          "sun.reflect.",
          "sun.rmi.",
          "org.apache.xalan.",
          "org.apache.commons.collections.functors.",
          "org.apache.commons.collections4.functors.",
          "org.codehaus.groovy.runtime.");

  private DeniedClasses() {}

  /** Whether a class, or the element of an array class, may not be looked up. */
  static boolean contains(String name) {
    String element = name.replaceFirst("^\\[+L?", "").replaceFirst(";$", "");
    return CLASSES.contains(element)
        || (!HARMLESS.contains(element) && PACKAGES.stream().anyMatch(element::startsWith));
  }
}
