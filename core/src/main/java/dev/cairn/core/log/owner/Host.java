package dev.cairn.core.log.owner;

/** What a process can tell about itself and others. Safe for use by many threads. */
public interface Host {

  /**
   * This process as an owner.
   *
   * @param instance random, one per opened store
   */
  Owner self(String instance);

  /**
   * Whether an owner's process is known for certain to be gone: only where it ran on this very
   * system, its process ids mean the same here, and nothing that makes this sure is unknown.
   */
  boolean isGone(Owner owner);

  /** The machine that this runs on. */
  static Host local() {
    return LocalHost.read();
  }
}
