package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;

/** What happens to a call, and why. */
public sealed interface Decision {

  /** The reason in words, for the call's line. */
  String reason();

  /** The body runs. */
  record Execute(String reason) implements Decision {}

  /** The recorded state is used, if it can be read and fits. */
  record Restore(Checkpoint checkpoint, String reason) implements Decision {}

  /** The recorded call may not be used and the user asked that the call fail then. */
  record Refuse(String reason) implements Decision {}
}
