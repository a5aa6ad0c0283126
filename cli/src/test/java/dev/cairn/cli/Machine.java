package dev.cairn.cli;

import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;

/**
 * A process on a machine of a test's making.
 *
 * @param name the machine's
 * @param pid the process's
 * @param othersAreGone whether the machine knows that every other process is gone
 */
record Machine(String name, long pid, boolean othersAreGone) implements Host {

  @Override
  public Owner self(String instance) {
    return new Owner(name, "id of " + name, "boot", "pids", "0", pid, "start", instance);
  }

  @Override
  public boolean isGone(Owner owner) {
    return othersAreGone;
  }
}
