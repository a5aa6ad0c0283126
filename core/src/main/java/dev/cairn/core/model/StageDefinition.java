package dev.cairn.core.model;

import java.util.List;

/**
 * What a {@code @Checkpointed} annotation said about a method, as a value.
 *
 * @param id the method
 * @param name the stage's name, unique enough for people and stable across renamed classes
 * @param parameters one per parameter of the method, in order
 * @param policy the annotation's other attributes
 */
public record StageDefinition(
    StageId id, String name, List<Parameter> parameters, StagePolicy policy) {
  public StageDefinition {
    parameters = List.copyOf(parameters);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a stage needs a name: " + id);
    }
  }

  /** Whether a parameter identifies the call in place of the whole inputs. */
  public boolean hasKey() {
    return parameters.stream().anyMatch(Parameter::key);
  }
}
