package dev.cairn.core.graph;

import dev.cairn.core.model.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one call as named places: one per argument, one per used field of {@code this}, and
 * at its end the return value. A frame is a view: places are read when asked, so that the frame of
 * the entry, asked at the exit, shows what the body assigned. Object 0 of every graph.
 *
 * <p>Holds strong references to the inputs: to be dropped with the call.
 */
public final class Frame {

  Frame() {}

  /** A frame of arguments alone: of a pipeline's parameters, of a static stage. */
  public static Frame ofArguments(
      List<Parameter> parameters, @Nullable Object[] arguments, ClassLoader loader) {
    throw new UnsupportedOperationException("being built");
  }

  /** This frame with the return value as one more place: what the call left. */
  public Frame returning(@Nullable Object value) {
    throw new UnsupportedOperationException("being built");
  }

  /** The application's loader, through which recorded class names are resolved. */
  public ClassLoader loader() {
    throw new UnsupportedOperationException("being built");
  }
}
