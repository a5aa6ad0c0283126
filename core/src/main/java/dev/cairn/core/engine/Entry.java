package dev.cairn.core.engine;

import org.jspecify.annotations.Nullable;

/** What the caller of a stage or pipeline does with its body. */
public sealed interface Entry {

  /** Run the body as without Cairn; no exit is expected. */
  record Bypass() implements Entry {}

  /** Run the body, then call {@link Engine#exit} with this token. */
  non-sealed interface Open extends Entry {
    /** The class whose method it is. */
    Class<?> declaring();
  }

  /** Skip the body and return this. */
  record Answer(@Nullable Object value) implements Entry {}
}
