package dev.cairn.core.engine;

import dev.cairn.core.model.PipelineDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline whose body is running.
 *
 * @param run its run
 * @param pipeline what the annotation says
 * @param declaring the class of the entry method
 * @param before where the thread was
 */
record OpenPipeline(
    Run run, PipelineDefinition pipeline, Class<?> declaring, RunScope.@Nullable Place before)
    implements Entry.Open {}
