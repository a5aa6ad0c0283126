package dev.cairn.agent.mark;

import dev.cairn.core.config.MethodPattern;
import java.util.List;

/**
 * Methods of code that cannot be edited, which the settings name so that they count as annotated.
 *
 * @param stages what {@code cairn.stages} names
 * @param pipelines what {@code cairn.pipelines} names
 */
public record NamedMethods(List<MethodPattern> stages, List<MethodPattern> pipelines) {
  /** Where the settings name none. */
  public static final NamedMethods NONE = new NamedMethods(List.of(), List.of());

  public NamedMethods {
    stages = List.copyOf(stages);
    pipelines = List.copyOf(pipelines);
  }

  /** Whether a class, by its internal name, can hold one. */
  public boolean mayBeIn(String internalName) {
    return !(stages.isEmpty() && pipelines.isEmpty()) && anyIn(internalName.replace('/', '.'));
  }

  private boolean anyIn(String className) {
    for (MethodPattern pattern : stages) {
      if (pattern.matchesClass(className)) {
        return true;
      }
    }
    for (MethodPattern pattern : pipelines) {
      if (pattern.matchesClass(className)) {
        return true;
      }
    }
    return false;
  }

  /** The method with the marks that the settings give it. */
  public MarkedMethod mark(MarkedMethod method) {
    // a pattern means methods that somebody wrote, never constructors
    return method.id().methodName().startsWith("<")
        ? method
        : method.named(matches(stages, method), matches(pipelines, method));
  }

  private static boolean matches(List<MethodPattern> patterns, MarkedMethod method) {
    String className = method.id().className();
    String name = method.id().methodName();
    return patterns.stream().anyMatch(pattern -> pattern.matches(className, name));
  }
}
