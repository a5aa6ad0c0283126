package dev.cairn.core.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * A try of a stage whose effects were put back: an entry of its run's log that was written before
 * anything went on from there.
 *
 * @param epoch the attempt that made it
 * @param entries the slots of the records that were made in it or used in it; they are none any
 *     more
 * @param voids where the first record began that an earlier attempt had made and this try used:
 *     what earlier attempts began after that is void
 */
public record UndoneTry(long epoch, List<Long> entries, OptionalLong voids) {
  public UndoneTry {
    entries = List.copyOf(entries);
  }
}
