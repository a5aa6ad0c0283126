package dev.cairn.agent.weave;

import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.StageDefinition;

/** What a woven method is to Cairn. */
public sealed interface WovenMethod {

  /**
   * A method marked as a stage.
   *
   * @param definition what its annotation says
   */
  record Stage(StageDefinition definition) implements WovenMethod {}

  /**
   * A method marked as the entry of a pipeline.
   *
   * @param definition what its annotation says
   */
  record Pipeline(PipelineDefinition definition) implements WovenMethod {}

  /** A method of the class {@code dev.cairn.Cairn}. */
  enum Api implements WovenMethod {
    /** {@code run(name, key, body)}. */
    RUN,
    /** {@code stage(name, body)}. */
    STAGE,
    /** {@code wrap(Runnable)}. */
    WRAP_RUNNABLE,
    /** {@code wrap(Callable)}. */
    WRAP_CALLABLE,
    /** {@code wrap(Supplier)}. */
    WRAP_SUPPLIER,
    /** {@code put(name, value)}. */
    PUT
  }
}
