package dev.cairn.core.graph.reflect;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cairn's marks, and those of frameworks, read by name: the application's annotation classes are
 * not Cairn's own.
 */
public final class Annotations {
  private static final String SAVED = "dev.cairn.Saved";
  private static final String UNSAVED = "dev.cairn.Unsaved";
  private static final String UNCOMPARED = "dev.cairn.Uncompared";
  private static final String AFTER_RESTORE = "dev.cairn.AfterRestore";

  /** On a class, or on an annotation on it, or on one on that, to any depth. */
  private static final Set<String> STEREOTYPES =
      Set.of(
          "org.springframework.stereotype.Component",
          "org.springframework.stereotype.Service",
          "org.springframework.stereotype.Repository",
          "org.springframework.stereotype.Controller",
          "org.springframework.web.bind.annotation.RestController",
          "org.springframework.context.annotation.Configuration",
          "org.springframework.boot.autoconfigure.SpringBootApplication",
          "jakarta.enterprise.inject.Stereotype",
          "jakarta.enterprise.context.NormalScope",
          "jakarta.inject.Scope",
          "javax.enterprise.inject.Stereotype",
          "javax.enterprise.context.NormalScope",
          "javax.inject.Scope",
          "com.google.inject.ScopeAnnotation",
          "jakarta.enterprise.context.ApplicationScoped",
          "jakarta.enterprise.context.RequestScoped",
          "jakarta.enterprise.context.SessionScoped",
          "jakarta.enterprise.context.Dependent",
          "jakarta.inject.Singleton",
          "jakarta.inject.Named",
          "jakarta.ejb.Singleton",
          "jakarta.ejb.Stateless",
          "javax.enterprise.context.ApplicationScoped",
          "javax.enterprise.context.RequestScoped",
          "javax.enterprise.context.SessionScoped",
          "javax.enterprise.context.Dependent",
          "javax.inject.Singleton",
          "javax.inject.Named",
          "javax.ejb.Singleton",
          "javax.ejb.Stateless",
          "com.google.inject.Singleton",
          "io.micronaut.context.annotation.Bean");

  private Annotations() {}

  /** Marked {@code @Saved}. */
  public static boolean isSaved(AnnotatedElement element) {
    return has(element, SAVED);
  }

  /** Marked {@code @Unsaved}. */
  public static boolean isUnsaved(AnnotatedElement element) {
    return has(element, UNSAVED);
  }

  /** Marked {@code @Uncompared}. */
  public static boolean isUncompared(AnnotatedElement element) {
    return has(element, UNCOMPARED);
  }

  /** Marked {@code @AfterRestore}. */
  public static boolean isAfterRestore(AnnotatedElement element) {
    return has(element, AFTER_RESTORE);
  }

  /** Whether a class, or a superclass of it, is a service of a container. */
  public static boolean isService(Class<?> type) {
    Set<Class<?>> seen = new HashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (isStereotyped(c, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Annotations may stand on themselves, and on each other. */
  private static boolean isStereotyped(Class<?> type, Set<Class<?>> seen) {
    return Arrays.stream(type.getDeclaredAnnotations())
        .map(Annotation::annotationType)
        .filter(seen::add)
        .anyMatch(found -> STEREOTYPES.contains(found.getName()) || isStereotyped(found, seen));
  }

  private static boolean has(AnnotatedElement element, String name) {
    return names(element).anyMatch(name::equals);
  }

  private static Stream<String> names(AnnotatedElement element) {
    Annotation[] annotations =
        element instanceof Class<?> ? element.getAnnotations() : element.getDeclaredAnnotations();
    return Arrays.stream(annotations).map(Annotation::annotationType).map(Class::getName);
  }
}
