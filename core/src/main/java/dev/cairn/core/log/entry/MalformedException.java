package dev.cairn.core.log.entry;

import dev.cairn.core.model.Damage;

/**
 * A stored object is not as it was written. Never leaves this package: it becomes a {@link Damage}.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String found;

  public MalformedException(String expected, String found) {
    super("expected " + expected + ", found " + found);
    this.expected = expected;
    this.found = found;
  }

  public MalformedException(String expected, String found, Throwable cause) {
    super("expected " + expected + ", found " + found, cause);
    this.expected = expected;
    this.found = found;
  }

  public Damage asDamage(long seq, String subject) {
    return new Damage(seq, subject, expected, found);
  }
}
