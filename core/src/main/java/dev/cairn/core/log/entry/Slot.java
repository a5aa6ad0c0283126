package dev.cairn.core.log.entry;

import dev.cairn.core.model.Damage;

/** What a slot of a log turned out to hold. */
public sealed interface Slot {

  /** Its number. */
  long seq();

  /**
   * An entry that is as it was written; whether it belongs to the log is for the {@link Chain}.
   *
   * @param entry the entry, without a payload's bytes
   * @param hash its hash
   */
  record Sound(Entry entry, String hash) implements Slot {
    @Override
    public long seq() {
      return entry.head().seq();
    }
  }

  /** Something that is no longer an entry. */
  record Broken(long seq, Damage damage) implements Slot {}

  /** An entry of a later version of Cairn. */
  record Newer(long seq, Damage damage) implements Slot {}
}
