package dev.cairn.core.model;

import java.time.Instant;

/**
 * What a person said about a run: an entry of its log that changes what earlier entries are worth.
 *
 * @param seq its slot in the run's log; what it says is about entries before it
 * @param at when it was said
 * @param kind what was said
 * @param stage the stage that it is about
 * @param detail of {@link Kind#ACCEPT} the fingerprint of the code, or empty for the code that the
 *     next attempt finds; of {@link Kind#FORK} the run that the entries were copied from
 */
public record Amendment(long seq, Instant at, Kind kind, String stage, String detail) {
  /** What can be said. */
  public enum Kind {
    /** The stage's recorded calls count though its code changed. */
    ACCEPT,
    /** The stage's recorded calls, those around them and what began after them do not count. */
    INVALIDATE,
    /** The run begins as a copy of another, up to this stage. */
    FORK
  }
}
