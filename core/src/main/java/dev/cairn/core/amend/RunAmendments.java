package dev.cairn.core.amend;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Writes what a person says about a run into its log: never destructive, and never while a live
 * process owns the run. Whoever writes owns the run meanwhile, as an attempt does.
 *
 * <p>An owner that may be dead is waited for as long as a takeover can take.
 */
public final class RunAmendments {
  private final RunStore store;
  private final BooleanSupplier pause;

  /**
   * Amends runs of a store that the caller opened for writing and closes.
   *
   * @param pause lets a fraction of a second pass; false where the caller will not wait any longer
   */
  public RunAmendments(RunStore store, BooleanSupplier pause) {
    this.store = store;
    this.pause = pause;
  }

  /**
   * Lets the recorded calls of a stage count with the code that the next attempt finds: that
   * attempt notes which code it was, and no other is accepted.
   *
   * @throws ConfigurationException if the run is not unfinished, or knows no such stage
   * @throws RunInProgressException if a live process owns the run
   */
  public void accept(RunHistory run, String stage) {
    amend(run, Amendment.Kind.ACCEPT, stage, "Cannot accept the changed code of " + stage);
  }

  /**
   * Declares void the recorded calls of a stage, those around them, and what began after them.
   *
   * @throws ConfigurationException if the run is not unfinished, or knows no such stage
   * @throws RunInProgressException if a live process owns the run
   */
  public void invalidate(RunHistory run, String stage) {
    amend(run, Amendment.Kind.INVALIDATE, stage, "Cannot invalidate " + stage);
  }

  private void amend(RunHistory run, Amendment.Kind kind, String stage, String task) {
    requireStage(run, stage, task);
    if (run.status() != Status.UNFINISHED) {
      throw new ConfigurationException(
          run.run().toString(),
          task
              + " in "
              + run.run()
              + ": expected an unfinished run, found a "
              + run.status().name().toLowerCase(Locale.ROOT)
              + " one, which nothing resumes; `fork` makes a new one of it");
    }
    try (RunLog log = claimed(run, task)) {
      log.amend(kind, stage, "");
    }
  }

  private static void requireStage(RunHistory run, String stage, String task) {
    List<String> known =
        run.checkpoints().stream().map(one -> one.call().stage()).distinct().sorted().toList();
    if (!known.contains(stage)) {
      throw new ConfigurationException(
          stage,
          task
              + " in "
              + run.run()
              + ": expected a stage with recorded calls, found "
              + (known.isEmpty() ? "a run without any" : String.join(", ", known)));
    }
  }

  private RunLog claimed(RunHistory run, String task) {
    while (true) {
      Claim claim = store.claim(run);
      if (claim instanceof Claim.Claimed claimed) {
        return claimed.log();
      }
      if (claim instanceof Claim.Ended ended) {
        throw new ConfigurationException(
            run.run().toString(),
            task + " in " + run.run() + ": it is " + ended.history().status() + " by now");
      }
      refuse(run, (Claim.Owned) claim, task);
    }
  }

  /**
   * Gives checkpoints of an unfinished run up, for ever.
   *
   * @param entries their slots in its log
   * @throws ConfigurationException if the run is over, if one is no checkpoint, or needed by
   *     another that is kept
   * @throws RunInProgressException if a live process owns the run
   */
  public void forget(RunHistory run, Set<Long> entries) {
    try (RunLog log = claimed(run, "Cannot forget checkpoints")) {
      log.forget(entries);
    }
  }

  /**
   * Deletes a run, for ever.
   *
   * @throws RunInProgressException if a live process owns the run
   */
  public void delete(RunHistory run) {
    Optional<Claim.Owned> owner = store.delete(run);
    while (owner.isPresent()) {
      refuse(run, owner.get(), "Cannot delete");
      owner = store.delete(run);
    }
  }

  /** Returns to ask once more, where that may help. */
  private void refuse(RunHistory run, Claim.Owned owned, String task) {
    boolean alive = store.liveness(run) == Liveness.ALIVE;
    if (owned.here() || alive || !pause.getAsBoolean()) {
      throw new RunInProgressException(
          run.run().toString(),
          task
              + " in "
              + run.run()
              + ": "
              + owned.owner()
              + " owns it since "
              + owned.since()
              + (alive ? "" : ", and may be alive")
              + "; end that process first");
    }
  }

  /**
   * Makes a new generation with what a run recorded before the first call of a stage began. The
   * next start resumes it.
   *
   * @throws ConfigurationException if the run knows no such stage, or cannot be read
   * @throws RunInProgressException if a live process owns the run
   */
  public Fork fork(RunHistory run, String stage) {
    String task = "Cannot fork from " + stage;
    requireStage(run, stage, task);
    if (run.status() == Status.UNFINISHED) {
      claimed(run, task).close();
    }
    RunHistory source = store.find(run.run()).orElse(run);
    List<Checkpoint> shared = new ForkedPart(source, stage).checkpoints(this::isSound);
    return new ForkWriter(store).write(source, stage, shared);
  }

  private boolean isSound(Checkpoint one) {
    try {
      store.read(one);
      return true;
    } catch (DamagedException e) {
      return false;
    }
  }

  /**
   * What a fork came to.
   *
   * @param run the new run
   * @param checkpoints how many it shares with the old one
   */
  public record Fork(RunId run, int checkpoints) {}
}
