package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.kind.Kinds;
import dev.cairn.core.model.StageDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of calls. What the bytecode says about a stage's use of {@code this} is found
 * once per receiver class. Safe for use by many threads.
 */
public final class StageFrames {

  public StageFrames(Kinds kinds) {}

  /**
   * The frame of a call at its entry.
   *
   * @param declaring the class that declares the stage
   * @param self the receiver, or null for a static stage
   * @throws UncapturableException if a service uses a field that must be marked
   */
  public Frame of(
      StageDefinition stage,
      Class<?> declaring,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    throw new UnsupportedOperationException("being built");
  }
}
