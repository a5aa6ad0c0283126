package dev.cairn.core.log.entry;

/** An entry that a later version of Cairn wrote. Never leaves this package. */
public final class NewerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is not known. */
  NewerException(String what) {
    super(what);
  }
}
