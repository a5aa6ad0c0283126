package dev.cairn.core.log;

import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a run's log, as it was when it was read. A value; safe for use by many threads.
 */
public final class RunHistory {

  /** How a run stands. */
  public enum Status {
    /** It can be resumed. */
    UNFINISHED,
    /** Its entry method returned. */
    COMPLETE,
    /** It was deleted; its generation is never used again. */
    DELETED,
    /** Its first entry is damaged or missing, or of a format that this Cairn does not know. */
    UNREADABLE
  }

  /** Which run. */
  public RunId run() {
    throw new UnsupportedOperationException("being built");
  }

  /** How it stands. */
  public Status status() {
    throw new UnsupportedOperationException("being built");
  }

  /** What it said of itself when it opened; present unless it is deleted or unreadable. */
  public Optional<OpenFacts> opened() {
    throw new UnsupportedOperationException("being built");
  }

  /** When its first readable entry was written; the epoch's start where there is none. */
  public Instant openedAt() {
    throw new UnsupportedOperationException("being built");
  }

  /** When its last readable entry was written. */
  public Instant lastEntryAt() {
    throw new UnsupportedOperationException("being built");
  }

  /** Who claimed it last. */
  public Owner owner() {
    throw new UnsupportedOperationException("being built");
  }

  /** How many times it was opened or claimed. */
  public int attempts() {
    throw new UnsupportedOperationException("being built");
  }

  /** Its checkpoints in the log's order, forgotten ones included; damaged entries are none. */
  public List<Checkpoint> checkpoints() {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether a checkpoint's snapshot is neither forgotten nor missing. */
  public boolean isUsable(Checkpoint checkpoint) {
    throw new UnsupportedOperationException("being built");
  }

  /** What is damaged, by slot. */
  public List<Damage> damages() {
    throw new UnsupportedOperationException("being built");
  }

  /** What the entry method returned, where the run is complete and recorded it. */
  public Optional<RunResult> result() {
    throw new UnsupportedOperationException("being built");
  }
}
