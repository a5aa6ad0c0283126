package dev.cairn.agent.mark;

import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageId;
import java.util.List;
import java.util.Optional;

/**
 * A method as its class file shows it, with what it says about Cairn.
 *
 * @param id which method
 * @param access its access flags
 * @param stage the attributes written in its {@code @Checkpointed}, or empty without one
 * @param pipeline the attributes written in its {@code @Pipeline}, or empty without one
 * @param parameters one per parameter
 * @param built whether it was woven when the class was built
 */
public record MarkedMethod(
    StageId id,
    int access,
    Optional<Attributes> stage,
    Optional<Attributes> pipeline,
    List<Parameter> parameters,
    boolean built) {

  /** The same method, marked as the settings name it. */
  public MarkedMethod named(boolean asStage, boolean asPipeline) {
    return new MarkedMethod(
        id,
        access,
        asStage ? stage.or(() -> Optional.of(Attributes.NONE)) : stage,
        asPipeline ? pipeline.or(() -> Optional.of(Attributes.NONE)) : pipeline,
        parameters,
        built);
  }

  /** Whether it is marked at all. */
  public boolean isMarked() {
    return stage.isPresent() || pipeline.isPresent();
  }

  public boolean has(int flags) {
    return (access & flags) != 0;
  }
}
