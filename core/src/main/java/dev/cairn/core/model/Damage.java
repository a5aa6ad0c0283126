package dev.cairn.core.model;

/**
 * Something in a run that is not as it was written. It is reported and left where it is; what it
 * held counts as absent.
 *
 * @param seq the slot in the run's log, or 0 for something that has none
 * @param subject the file's key in the store
 * @param expected what should be there
 * @param found what is there
 */
public record Damage(long seq, String subject, String expected, String found) {

  /** One sentence for people. */
  @Override
  public String toString() {
    return subject + " is damaged: expected " + expected + ", found " + found;
  }
}
