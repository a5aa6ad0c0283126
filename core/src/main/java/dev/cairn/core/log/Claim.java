package dev.cairn.core.log;

import dev.cairn.core.log.owner.Owner;
import java.time.Duration;
import java.time.Instant;

/** What came of asking for a run. */
public sealed interface Claim {

  /**
   * The run is ours from now on; no older owner can commit anything any more.
   *
   * @param log to be closed by whoever asked
   */
  record Claimed(RunLog log) implements Claim {}

  /**
   * The run has an owner that is not known to be gone. Whoever wants the run asks again from time
   * to time: silence is measured between the askings of one {@link RunStore}.
   *
   * @param owner the process
   * @param since when it claimed the run
   * @param here whether that is this very process
   * @param within the longest time after which an owner that is silent from now on is taken over
   */
  record Owned(Owner owner, Instant since, boolean here, Duration within) implements Claim {}

  /**
   * The run cannot be claimed any more: it was completed or deleted meanwhile, or cannot be read.
   *
   * @param history how it stands now
   */
  record Ended(RunHistory history) implements Claim {}
}
