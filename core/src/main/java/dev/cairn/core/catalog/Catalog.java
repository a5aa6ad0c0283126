package dev.cairn.core.catalog;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import java.util.List;

/** Looks at a store: what the command line and the console show. Values only, no texts. */
public final class Catalog {
  private final RunStore store;

  /** Looks at a store that the caller opened and closes. */
  public Catalog(RunStore store) {
    this.store = store;
  }

  /** All runs, the one with the newest entry first. */
  public List<RunSummary> runs() {
    throw new UnsupportedOperationException("being built: " + store);
  }

  /**
   * One run by the form that people see: {@code nightly/3f9a2c1b/7}, with at least as many digits
   * of the key as tell it from others.
   *
   * @throws ConfigurationException if there is none, or several: the message names them
   */
  public RunHistory show(String run) {
    throw new UnsupportedOperationException("being built: " + run);
  }
}
