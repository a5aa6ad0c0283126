package dev.cairn.core.catalog;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import java.util.stream.Stream;

/**
 * A checkpoint and how it stands.
 *
 * @param checkpoint what is recorded of it
 * @param state whether it can be read
 * @param run how its run stands
 */
public record ListedCheckpoint(Checkpoint checkpoint, State state, RunHistory.Status run) {

  /** Whether a checkpoint can be read, as far as can be told without reading it. */
  public enum State {
    /** It is there. */
    USABLE,
    /** It was given up, and its bytes are not kept. */
    FORGOTTEN,
    /** It ought to be there, and something of it is missing. */
    DAMAGED
  }

  /** Those of a run, in the log's order. */
  public static Stream<ListedCheckpoint> of(RunHistory history) {
    RunHistory.Status run = history.status();
    return history.checkpoints().stream()
        .map(one -> new ListedCheckpoint(one, state(one, history), run));
  }

  private static State state(Checkpoint one, RunHistory history) {
    if (history.isUsable(one)) {
      return State.USABLE;
    }
    return history.isForgotten(one) ? State.FORGOTTEN : State.DAMAGED;
  }
}
