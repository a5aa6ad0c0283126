package dev.cairn.core.catalog;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import java.util.Set;
import java.util.stream.Collectors;
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

  static Stream<ListedCheckpoint> of(RunHistory history) {
    RunHistory.Status run = history.status();
    Set<Long> damaged = history.damages().stream().map(Damage::seq).collect(Collectors.toSet());
    return history.checkpoints().stream()
        .map(one -> new ListedCheckpoint(one, state(one, history, damaged), run));
  }

  private static State state(Checkpoint one, RunHistory history, Set<Long> damaged) {
    if (history.isUsable(one)) {
      return State.USABLE;
    }
    return damaged.contains(one.seq()) ? State.DAMAGED : State.FORGOTTEN;
  }
}
