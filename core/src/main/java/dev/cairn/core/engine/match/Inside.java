package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * A call that ended inside another one.
 *
 * @param restored whether its record was used, as against made
 */
public record Inside(Checkpoint checkpoint, boolean restored) {

  /** The entries of some calls' records, each once, in the log's order. */
  public static List<Long> entries(Collection<Inside> calls) {
    return calls.stream().map(call -> call.checkpoint().seq()).distinct().sorted().toList();
  }

  /** Where the first record began that an earlier attempt had made and one of them used. */
  public static OptionalLong earliestUsed(Collection<Inside> calls) {
    return calls.stream()
        .filter(Inside::restored)
        .mapToLong(call -> call.checkpoint().call().began())
        .min();
  }
}
