package dev.cairn.core.engine.programs;

import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Outcome {
  /** The program returned. */
  record Returned(@Nullable Object value) implements Outcome {}

  /** The program threw. */
  record Failed(String message) implements Outcome {}

  /** The process went. */
  record Crashed() implements Outcome {}

  /** What must never happen. */
  record Broken(String what) implements Outcome {}
}
