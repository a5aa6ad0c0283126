package dev.cairn.core.engine;

import dev.cairn.core.engine.lineage.KnownStates;
import dev.cairn.core.engine.lineage.Lineage;
import dev.cairn.core.engine.match.CallRecords;
import dev.cairn.core.engine.match.Caller;
import dev.cairn.core.engine.match.Code;
import dev.cairn.core.engine.match.Inside;
import dev.cairn.core.engine.match.MatchingRules.Recording;
import dev.cairn.core.engine.match.RecordedCode;
import dev.cairn.core.engine.match.Untold;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.event.RunTotals;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.StageDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A run that is open in this process. Thread-safe. */
final class Run {
  private final RunLog log;
  private final CallRecords recorded;
  private final RecordedCode code;
  private final Caller pipeline;
  private final boolean rollback;
  private final AtomicLong began;
  private final Tally tally = new Tally();
  private final Set<String> saidInputs = ConcurrentHashMap.newKeySet();
  private final Lineage lineage = new Lineage();
  private final KnownStates states = new KnownStates();
  private final Untold untold = new Untold();
  private volatile boolean gap;
  private volatile @Nullable String cramped;

  /**
   * Continues a log.
   *
   * @param log the run's log, owned by this process
   * @param pipeline what makes the run's outermost calls
   * @param rollback whether stages put their inputs back when they throw
   * @param recording makes what is known of the log's calls
   */
  Run(RunLog log, Caller pipeline, boolean rollback, Recording recording) {
    this.log = log;
    this.pipeline = pipeline;
    this.rollback = rollback;
    List<Checkpoint> earlier = log.history().checkpoints();
    recorded = recording.of(log.history());
    code = new RecordedCode(earlier, log.history().amendments());
    began = new AtomicLong(earlier.stream().mapToLong(c -> c.call().began()).max().orElse(0));
  }

  RunId id() {
    return log.run();
  }

  RunLog log() {
    return log;
  }

  /** What makes a call: the call around it, or the pipeline. */
  Caller caller(@Nullable OpenCall around) {
    return around == null ? pipeline : Caller.of(around.path(), around.facts().code());
  }

  CallRecords recorded() {
    return recorded;
  }

  RecordedCode code() {
    return code;
  }

  /** Where the user accepted this attempt's code: says in the log which code that is. */
  void bindAccepted(String stage, Code now) {
    if (code.isToBeBound(stage, now)) {
      code.bound(log.amend(Amendment.Kind.ACCEPT, stage, now.fingerprint().hex()));
    }
  }

  /** Whether a stage's inputs are put back when it throws. */
  boolean keepsInputs(StageDefinition stage) {
    return rollback || stage.policy().keepsInputs();
  }

  long nextBegan() {
    return began.incrementAndGet();
  }

  /** Which objects its checkpoints hold. */
  Lineage lineage() {
    return lineage;
  }

  /** Which states calls left as they were. */
  KnownStates states() {
    return states;
  }

  /**
   * Declares that these calls are as if they had not been made: durable before anything goes on.
   *
   * @throws FencedException if another process has taken the run over
   * @throws StoreException if it could not be written
   */
  void undo(Collection<Inside> calls) {
    if (!calls.isEmpty()) {
      OptionalLong voids = Inside.earliestUsed(calls);
      log.undo(Inside.entries(calls), voids);
      voids.ifPresent(recorded::makeVoidAfter);
    }
  }

  /**
   * Remembers that a call runs without a record because there is hardly any stack left: this needs
   * next to none.
   */
  void cramped(String stage) {
    gap = true;
    cramped = stage;
  }

  /** A stage of which that is to be told. */
  Optional<String> takeCramped() {
    String stage = cramped;
    if (stage == null) {
      return Optional.empty();
    }
    cramped = null;
    return Optional.of(stage);
  }

  /** Remembers that a call ran without a record: later records say so. */
  void gap() {
    gap = true;
  }

  boolean hasGap() {
    return gap;
  }

  /** Whether a record of this attempt says what a stage has as inputs. */
  boolean hasSaidInputs(String stage) {
    return saidInputs.contains(stage);
  }

  void saidInputs(String stage) {
    saidInputs.add(stage);
  }

  /** What was done since the last commit and no entry tells. */
  Untold untold() {
    return untold;
  }

  Tally tally() {
    return tally;
  }

  /** Throws if another process has taken the run over. */
  void requireOwned() {
    if (log.fenced()) {
      throw new FencedException(
          id().toString(),
          "Cannot go on with run "
              + id()
              + ": another process has taken it over; this attempt stops so that no stage runs"
              + " twice at once. Leave the run to the other process.");
    }
  }

  /** Counts what an attempt does. */
  static final class Tally {
    private int executed;
    private int restored;
    private int unprotected;
    private long storedBytes;
    private Duration saving = Duration.ZERO;
    private Duration timeSaved = Duration.ZERO;

    synchronized void executed(Checkpoint checkpoint, Duration time) {
      executed++;
      storedBytes += checkpoint.payload().storedBytes();
      saving = saving.plus(time);
    }

    synchronized void restored(Duration saved) {
      restored++;
      timeSaved = timeSaved.plus(saved);
    }

    synchronized void unprotected() {
      unprotected++;
    }

    synchronized RunTotals totals() {
      return new RunTotals(executed, restored, unprotected, storedBytes, saving, timeSaved);
    }
  }
}
