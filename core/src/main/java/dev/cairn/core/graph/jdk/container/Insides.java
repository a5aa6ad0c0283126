package dev.cairn.core.graph.jdk.container;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container has inside, where that decides in which order it gives its elements. */
interface Insides {
  /** Nothing of that sort. */
  Insides NONE = new Insides() {};

  /** Gives an emptied container the recorded capacity, before it is filled. */
  default void prepare(Object container, Map<String, @Nullable Object> slots) {}

  /** Runs what fills an emptied container. */
  default void fill(Object container, Runnable filling) {
    filling.run();
  }

  /**
   * Puts a filled container in the recorded order, where filling did not.
   *
   * @param elements the recorded elements, of maps key and value in turn
   */
  default void settle(
      Object container, Map<String, @Nullable Object> slots, @Nullable Object[] elements) {}

  /** Whether the slots tell where each element stands, so that nobody need look for it. */
  default boolean tellsPlaces() {
    return false;
  }

  /** Why an instance would not come back exactly as it is, where that is so. */
  default Optional<String> obstacle(Object container) {
    return Optional.empty();
  }
}
