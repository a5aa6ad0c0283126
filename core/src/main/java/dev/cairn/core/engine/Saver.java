package dev.cairn.core.engine;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.engine.Snapshots.Left;
import dev.cairn.core.engine.later.LaterResult;
import dev.cairn.core.engine.lineage.Nearest;
import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.engine.match.Untold;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.SaveException;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records the end of a call: encode, read back where that is due, commit. A failure never changes
 * the stage's result unless the user asked for that. Thread-safe.
 */
final class Saver {
  private final Snapshots snapshots;
  private final OpenCalls openCalls;
  private final EngineOptions options;
  private final CallReports reports;
  private final InstantSource clock;

  Saver(
      Snapshots snapshots,
      OpenCalls openCalls,
      EngineOptions options,
      CallReports reports,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.openCalls = openCalls;
    this.options = options;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Saves a call whose body has returned.
   *
   * @return the checkpoint; empty where there is none, which has been told
   * @throws SaveException if saving failed and {@code cairn.on-save-error = fail}
   */
  Optional<Checkpoint> save(OpenCall call, @Nullable Object returned) {
    Instant endedAt = clock.instant();
    long start = System.nanoTime();
    try (Work work = reports.saving(call)) {
      Left left = settled(call, returned, work);
      Optional<String> conflict = call.conflict().or(() -> changedMeanwhile(call, left.snapshot()));
      if (conflict.isPresent()) {
        return unprotected(call, conflict.get());
      }
      work.now("storing");
      Checkpoint checkpoint = commit(call, new Ended(returned, endedAt), left);
      reports.executed(call, checkpoint, Duration.ofNanos(System.nanoTime() - start));
      return Optional.of(checkpoint);
    } catch (FencedException e) {
      return unprotected(call, "another process has taken the run over");
    } catch (CairnException e) {
      String reason =
          call.conflict().orElseGet(() -> "its state cannot be saved: " + e.getMessage());
      Optional<Checkpoint> none = unprotected(call, reason);
      if (options.failOnSaveError()) {
        throw failed(call, e);
      }
      return none;
    } catch (RuntimeException | Error e) {
      reports.broken(call.run(), call.path().toString(), e);
      return Optional.empty();
    }
  }

  /** Of a call whose result comes later only that is restored. */
  private static Optional<String> changedMeanwhile(OpenCall call, EncodedSnapshot encoded) {
    return call.isLater() && !encoded.changed().isEmpty()
        ? Optional.of(
            "its inputs changed before its result was there, and of a stage that returns a"
                + " CompletionStage only the result is restored: let it return what it finds out")
        : Optional.empty();
  }

  private static SaveException failed(OpenCall call, CairnException e) {
    return new SaveException(
        call.path().toString(),
        "Cannot save stage "
            + call.path()
            + ", and cairn.on-save-error is fail: "
            + e.getMessage()
            + "; with cairn.on-save-error=continue the program goes on unprotected there",
        e);
  }

  private record Ended(@Nullable Object returned, Instant at) {}

  /**
   * Encodes, and settles with the calls that overlap this one: also where it cannot be encoded, for
   * theirs may hold what it changed.
   */
  private Left settled(OpenCall call, @Nullable Object returned, Work work) {
    try {
      Left left = snapshots.left(call, returned, work::advance);
      openCalls.settle(call, left.snapshot().changed());
      return left;
    } catch (RuntimeException | Error e) {
      openCalls.settle(call, Snapshots.whatMayHaveChanged(call));
      throw e;
    } finally {
      openCalls.remove(call);
    }
  }

  private Checkpoint commit(OpenCall call, Ended ended, Left left) {
    EncodedSnapshot encoded = left.snapshot();
    snapshots.readBack(call, encoded, ended.returned());
    CallFacts facts = facts(call, encoded, ended.at());
    Optional<Checkpoint> base = left.origin().or(() -> base(call));
    Checkpoint checkpoint = call.run().log().commit(facts, encoded.bytes(), base);
    remember(call, checkpoint, left);
    call.run().untold().said(checkpoint.call().notes());
    call.run().saidInputs(call.facts().stage().name());
    call.run().code().learn(checkpoint);
    return checkpoint;
  }

  /** Where the state was held already, the checkpoint before stays its origin: no chain grows. */
  private static void remember(OpenCall call, Checkpoint checkpoint, Left left) {
    EncodedSnapshot encoded = left.snapshot();
    call.run().states().leave(call.facts().inputs(), encoded.still());
    call.run().lineage().add(checkpoint, Nearest.to(call.facts().inputs(), encoded.numbers()));
    if (encoded.still() && (left.origin().isEmpty() || !checkpoint.payload().isDelta())) {
      call.run().states().add(call.facts().inputs(), checkpoint);
    }
  }

  /** The earlier checkpoint that is likely to have most in common with what the call left. */
  private static Optional<Checkpoint> base(OpenCall call) {
    return call.run()
        .lineage()
        .nearest(call.path().last().stage(), Nearest.to(call.facts().inputs()));
  }

  private CallFacts facts(OpenCall call, EncodedSnapshot encoded, Instant endedAt) {
    OpenCall.Facts facts = call.facts();
    return new CallFacts(
        call.path(),
        facts.inputs().fingerprint(),
        facts.inputs().parts(),
        facts.code().fingerprint(),
        call.run().code().untold(facts.stage().name(), facts.code()),
        facts.reason(),
        facts.began(),
        facts.startedAt(),
        endedAt,
        snapshots.codecId(),
        encoded.classes(),
        call.metadata(),
        notes(call));
  }

  private List<String> notes(OpenCall call) {
    List<String> notes = new ArrayList<>();
    if (call.run().hasGap()) {
      notes.add("gap");
    }
    if (call.isLater()) {
      notes.add(LaterResult.NOTE);
    }
    if (call.tries() > 1) {
      notes.add(CallFacts.TRIES + call.tries());
    }
    call.facts().place().replaces().ifPresent(began -> notes.add(RecordedCalls.voidNote(began)));
    OpenCall.Facts facts = call.facts();
    if (facts.place().recorded() instanceof Place.OtherInputs other) {
      notes.add(Untold.comparedNote(other.nearest()));
    }
    call.run().caller(call.parent()).note().ifPresent(notes::add);
    notes.addAll(call.run().untold().notes());
    if (!call.run().hasSaidInputs(facts.stage().name())) {
      notes.add(snapshots.describe(facts.stage(), facts.inputs()).note());
    }
    return notes;
  }

  private Optional<Checkpoint> unprotected(OpenCall call, String reason) {
    reports.unprotected(call.run(), call.path().toString(), reason);
    return Optional.empty();
  }
}
