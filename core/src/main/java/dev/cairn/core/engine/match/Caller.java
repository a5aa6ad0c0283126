package dev.cairn.core.engine.match;

import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.Optional;

/**
 * What makes a call: the run's pipeline, or the call around it.
 *
 * @param path of the call around it; the root for a pipeline
 * @param code a short form of its own code; empty where that is not known
 */
public record Caller(CallPath path, Optional<String> code) {
  private static final String NOTE = "caller=";
  private static final int HEX_DIGITS = 16;

  /** A caller with its code, which is not known where it cannot be compared. */
  public static Caller of(CallPath path, Code code) {
    return new Caller(
        path,
        code.obstacle().isPresent()
            ? Optional.empty()
            : Optional.of(code.fingerprint().hex().substring(0, HEX_DIGITS)));
  }

  /** A caller of which only the path is known. */
  public static Caller at(CallPath path) {
    return new Caller(path, Optional.empty());
  }

  /** What a call's record says of its caller. */
  public Optional<String> note() {
    return code.map(known -> NOTE + known);
  }

  /** Whether a note is such a one. */
  public static boolean isNote(String note) {
    return note.startsWith(NOTE);
  }

  /** Whether its code is known to be another than when it made a recorded call. */
  boolean changedSince(Checkpoint recorded) {
    return code.isPresent()
        && recorded.call().notes().stream()
            .filter(Caller::isNote)
            .anyMatch(note -> !note.substring(NOTE.length()).equals(code.get()));
  }
}
