package dev.cairn.core.model;

import java.util.List;

/**
 * What a {@code @Pipeline} annotation said about a method, as a value.
 *
 * @param id the entry method
 * @param name the pipeline's name
 * @param parameters one per parameter of the method, in order
 * @param onComplete what a call does when its newest run is complete
 * @param rollback the default of {@code rollback} for the run's stages
 */
public record PipelineDefinition(
    StageId id, String name, List<Parameter> parameters, OnComplete onComplete, boolean rollback) {
  public PipelineDefinition {
    parameters = List.copyOf(parameters);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a pipeline needs a name: " + id);
    }
  }

  /** What a call does when the newest run of its key is complete. */
  public enum OnComplete {
    /** Opens the next generation. The default. */
    START_NEW,
    /** Answers with the recorded result where the parameters are equal. */
    RETURN_RESULT
  }

  /** The same method as a stage: what a pipeline is when it is called inside a run. */
  public StageDefinition asStage() {
    return new StageDefinition(
        id,
        name,
        parameters,
        new StagePolicy(CodeChangePolicy.RERUN, "", false, rollback, StagePolicy.Retries.NONE));
  }
}
