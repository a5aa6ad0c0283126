package dev.cairn.core.event;

import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Something that happened to a run or a call, or that a user should know. */
public sealed interface CairnEvent {

  /** How much a user needs to see an event. */
  Level level();

  /** The levels of {@code cairn.log}, the most urgent first. */
  enum Level {
    WARN,
    INFO,
    DEBUG
  }

  /**
   * A run was opened or resumed.
   *
   * @param run the run
   * @param keyText its key in full
   * @param openedAt when the run was first opened
   * @param checkpoints how many finished calls it already holds; 0 for a new run
   * @param resumed whether an earlier attempt is continued
   * @param store where the run lives
   * @param codeChange how the pipeline's own code differs from that of the run's opening, as in
   *     "changed in Nightly.run"; empty where no difference is known
   */
  record RunOpened(
      RunId run,
      String keyText,
      Instant openedAt,
      int checkpoints,
      boolean resumed,
      String store,
      String codeChange)
      implements CairnEvent {
    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /**
   * An attempt ended.
   *
   * @param run the run
   * @param outcome how
   * @param totals what it did
   * @param remedy what resumes the run, or is empty where nothing is left to do
   */
  record RunEnded(RunId run, Outcome outcome, RunTotals totals, String remedy)
      implements CairnEvent {
    /** How an attempt ends while its process lives. */
    public enum Outcome {
      COMPLETE,
      FAILED,
      FENCED
    }

    @Override
    public Level level() {
      return outcome == Outcome.COMPLETE ? Level.INFO : Level.WARN;
    }
  }

  /**
   * A complete run answered a call without running anything.
   *
   * @param run the run
   * @param endedAt when it was completed
   */
  record ResultReturned(RunId run, Instant endedAt) implements CairnEvent {
    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /**
   * A stage ran and its checkpoint is durable.
   *
   * @param checkpoint the new fact
   * @param reason why it was not restored
   * @param saving how long the stage's caller waited for the save
   */
  record CallExecuted(Checkpoint checkpoint, String reason, Duration saving) implements CairnEvent {
    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /**
   * A stage's body was skipped and its state restored.
   *
   * @param checkpoint the fact it was restored from
   * @param reason why it counts
   * @param restoring how long that took
   */
  record CallRestored(Checkpoint checkpoint, String reason, Duration restoring)
      implements CairnEvent {
    /** The time of the body less the time of the restore; negative where restoring cost more. */
    public Duration timeSaved() {
      return checkpoint.call().took().minus(restoring);
    }

    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /**
   * A stage ran without a record of its completion.
   *
   * @param stage the path of stage names
   * @param reason why, and what would help
   * @param level warning where the user can do something
   */
  record CallUnprotected(String stage, String reason, Level level) implements CairnEvent {}

  /**
   * A stage threw; nothing was committed.
   *
   * @param run the run
   * @param path the call
   * @param failure the class of what it threw
   * @param consequence what happens now
   */
  record CallFailed(RunId run, CallPath path, String failure, String consequence)
      implements CairnEvent {
    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /**
   * A call ended, with its inputs before and after it; told in a rehearsal only.
   *
   * @param how what became of it
   * @param reason why it ran, or was restored
   * @param before fingerprint of each part of the inputs at its entry
   * @param after the same at its end, and of the return value; empty where that cannot be walked
   */
  record CallSeen(
      RunId run,
      CallPath path,
      How how,
      String reason,
      Map<String, Fingerprint> before,
      Map<String, Fingerprint> after)
      implements CairnEvent {
    /** What became of a call. */
    public enum How {
      /** Its body ran and its checkpoint is durable. */
      SAVED,
      /** Its body ran and could not be saved. */
      UNSAVED,
      RESTORED
    }

    @Override
    public Level level() {
      return Level.DEBUG;
    }
  }

  /**
   * A body is about to run; told in a rehearsal only.
   *
   * @param reason why it is not restored
   * @param voids the point after which earlier records no longer count as it runs
   * @param differences where that is because of its inputs: in what they differ from those of the
   *     record that comes nearest, with values of the application
   */
  record CallDue(
      RunId run, CallPath path, String reason, OptionalLong voids, List<Differing> differences)
      implements CairnEvent {
    /** Another value than the recorded one. */
    public record Differing(String path, String recorded, String now) {}

    @Override
    public Level level() {
      return Level.DEBUG;
    }
  }

  /**
   * A pipeline returned; told in a rehearsal only.
   *
   * @param after fingerprint of each part of its parameters and of its result
   */
  record EndSeen(RunId run, Map<String, Fingerprint> after) implements CairnEvent {
    @Override
    public Level level() {
      return Level.DEBUG;
    }
  }

  /**
   * Finished runs were deleted, as the rules about what is kept say.
   *
   * @param pipeline whose they were
   * @param runs how many
   * @param storedBytes what their snapshots took
   */
  record RunsPruned(String pipeline, int runs, long storedBytes) implements CairnEvent {
    @Override
    public Level level() {
      return Level.INFO;
    }
  }

  /** Something that a user should know and can change. */
  record Warning(String text) implements CairnEvent {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** Something that helps to understand what Cairn does. */
  record Detail(String text) implements CairnEvent {
    @Override
    public Level level() {
      return Level.DEBUG;
    }
  }
}
