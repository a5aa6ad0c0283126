package dev.cairn.core.retention;

import java.time.Duration;

/**
 * One rule about which finished runs are kept. Rules may be combined: a run goes if one of them
 * says so and no {@link KeepTagged} keeps it. None of them says so of an unfinished run, or of the
 * newest finished one of a pipeline and key.
 */
public sealed interface RetentionPolicy {
  /** Of each pipeline and key only so many of the newest are kept. */
  record KeepLast(int runs) implements RetentionPolicy {
    public KeepLast {
      if (runs < 1) {
        throw new IllegalArgumentException("at least one run is kept: " + runs);
      }
    }
  }

  /** Only those are kept whose last entry is no older than this. */
  record KeepWithin(Duration age) implements RetentionPolicy {}

  /** Of each pipeline only so many of the newest are kept as take no more than this, as stored. */
  record MaxSize(long bytes) implements RetentionPolicy {}

  /** Runs with a checkpoint that has metadata of this name are kept, whatever other rules say. */
  record KeepTagged(String name) implements RetentionPolicy {}
}
