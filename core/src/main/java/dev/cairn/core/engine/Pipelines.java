package dev.cairn.core.engine;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.engine.RunOpener.Opening;
import dev.cairn.core.engine.failure.CircuitBreaker;
import dev.cairn.core.engine.match.RunKeys;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.CairnEvent.ResultReturned;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunEnded.Outcome;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.event.ResumeCommand;
import dev.cairn.core.event.RunTotals;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.RunKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and ends runs around the bodies of pipelines. Thread-safe. */
final class Pipelines {
  private final RunOpener opener;
  private final OpenRuns openRuns;
  private final RunScope scope;
  private final Snapshots snapshots;
  private final EngineOptions options;
  private final Witness witness;
  private final Listeners events;
  private final CircuitBreaker breaker;
  private final SecureRandom random = new SecureRandom();

  Pipelines(
      RunOpener opener,
      OpenRuns openRuns,
      RunScope scope,
      Snapshots snapshots,
      EngineOptions options,
      Witness witness,
      Listeners events,
      CircuitBreaker breaker) {
    this.opener = opener;
    this.openRuns = openRuns;
    this.scope = scope;
    this.snapshots = snapshots;
    this.options = options;
    this.witness = witness;
    this.events = events;
    this.breaker = breaker;
  }

  Entry enter(PipelineDefinition pipeline, Invocation invocation) {
    if (breaker.isOpen()) {
      return new Entry.Bypass();
    }
    RunOpener.Request request;
    Opening opening;
    try {
      request = request(pipeline, invocation);
      opening = opened(request);
    } catch (IllegalArgumentException e) {
      return unprotected(pipeline, String.valueOf(e.getMessage()));
    }
    if (opening instanceof Opening.Opened opened) {
      return entered(request, opened.run());
    }
    if (opening instanceof Opening.Complete complete) {
      return answer(request, complete.history());
    }
    return unprotected(pipeline, ((Opening.Unprotected) opening).reason());
  }

  private Opening opened(RunOpener.Request request) {
    try {
      return opener.open(request);
    } catch (StoreException | DamagedException | UnsupportedFormatException e) {
      return new Opening.Unprotected(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Opens or resumes the run of a program, which {@link #conclude} or {@link #breakOff} ends.
   *
   * @throws CairnException as {@link RunOpener#open} does
   * @throws IllegalStateException if the run cannot be opened, saying why
   */
  OpenPipeline openProgram(PipelineDefinition main, Invocation invocation) {
    RunOpener.Request request = request(main, invocation);
    Opening opening = opened(request);
    if (opening instanceof Opening.Opened opened) {
      return new OpenPipeline(opened.run(), request, null);
    }
    throw new IllegalStateException(((Opening.Unprotected) opening).reason());
  }

  private RunOpener.Request request(PipelineDefinition pipeline, Invocation invocation) {
    Optional<Fingerprint> all = snapshots.fingerprint(pipeline.parameters(), invocation);
    String key =
        options
            .runKey()
            .or(() -> RunKeys.text(pipeline.parameters(), invocation.arguments()))
            .or(() -> all.map(Fingerprint::hex))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "none of the parameters is a value and they cannot be compared: mark one"
                            + " with @Key, or give -Dcairn.run.key=..."));
    return new RunOpener.Request(
        pipeline,
        invocation,
        new RunKey(pipeline.name(), key),
        all.orElseGet(() -> Fingerprint.unique(random)));
  }

  private Entry entered(RunOpener.Request request, Run run) {
    scope.met(run, request.invocation().arguments());
    RunScope.Whereabouts before = scope.enter(RunScope.Place.explicit(run, null));
    return new OpenPipeline(run, request, before);
  }

  private Entry unprotected(PipelineDefinition pipeline, String reason) {
    events.tell(new CallUnprotected(pipeline.name(), reason, Level.WARN));
    openRuns.notOpened(pipeline.name());
    return new Entry.Bypass();
  }

  private Entry answer(RunOpener.Request request, RunHistory history) {
    try {
      @Nullable Object value = opener.result(history, snapshots, request);
      events.tell(new ResultReturned(history.run(), history.lastEntryAt()));
      return new Entry.Answer(value);
    } catch (CairnException e) {
      events.warn(
          "the result of run "
              + history.run()
              + " cannot be returned, it runs anew: "
              + e.getMessage());
      return opener.openAnew(request) instanceof Opening.Opened opened
          ? entered(request, opened.run())
          : new Entry.Bypass();
    }
  }

  void exit(OpenPipeline open, @Nullable Object returned, @Nullable Throwable thrown) {
    scope.restore(open.before());
    Run run = open.run();
    openRuns.remove(run);
    scope.forget(run);
    try {
      if (thrown == null) {
        complete(open, returned);
      } else {
        breakOff(run, "");
      }
    } finally {
      run.log().close();
    }
    if (thrown == null) {
      run.requireOwned();
    }
  }

  private void complete(OpenPipeline open, @Nullable Object returned) {
    witness.ended(open.run(), open.request(), returned);
    tellEnd(open.run(), end(open, returned), "");
  }

  /** Tells that a run stays unfinished, after what happened, and what resumes it. */
  void breakOff(Run run, String after) {
    tellEnd(run, run.log().fenced() ? Outcome.FENCED : Outcome.FAILED, after);
  }

  private void tellEnd(Run run, Outcome outcome, String after) {
    String remedy = outcome == Outcome.FAILED ? after + ResumeCommand.remedy() : "";
    events.tell(new RunEnded(run.id(), outcome, run.tally().totals(), remedy));
  }

  /** Completes the run of a program that has done its work. */
  void conclude(OpenPipeline program) {
    openRuns.remove(program.run());
    try {
      complete(program, null);
    } finally {
      program.run().log().close();
    }
  }

  private Outcome end(OpenPipeline open, @Nullable Object returned) {
    Run run = open.run();
    try {
      RunEnd said = new RunEnd(totals(run.tally().totals()), run.untold().notes());
      Optional<EncodedSnapshot> result = result(open, returned);
      if (result.isPresent()) {
        EncodedSnapshot encoded = result.get();
        run.log().end(snapshots.codecId(), encoded.classes(), encoded.bytes(), said);
      } else {
        run.log().end(said);
      }
      return Outcome.COMPLETE;
    } catch (FencedException e) {
      return Outcome.FENCED;
    } catch (CairnException e) {
      events.warn(
          "run " + run.id() + " returned, but its end could not be recorded: " + e.getMessage());
      return Outcome.FAILED;
    } catch (RuntimeException | Error e) {
      breaker.failed("recording the end of run " + run.id(), e);
      return Outcome.FAILED;
    }
  }

  private Optional<EncodedSnapshot> result(OpenPipeline open, @Nullable Object returned) {
    if (open.request().pipeline().onComplete() != OnComplete.RETURN_RESULT) {
      return Optional.empty();
    }
    try {
      Optional<String> obstacle = obstacle(open);
      return obstacle.isPresent()
          ? unsaved(open.run(), obstacle.get())
          : Optional.of(snapshots.encodeResult(open.request(), returned));
    } catch (CairnException e) {
      return unsaved(open.run(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      // the run has ended all the same, and its end must be recorded: else it would be resumed
      breaker.failed("saving the result of run " + open.run().id(), e);
      return Optional.empty();
    }
  }

  /** Why the result alone cannot stand for this run, if it cannot. */
  private Optional<String> obstacle(OpenPipeline open) {
    if (breaker.isOpen()) {
      return Optional.of("Cairn is switched off");
    }
    RunOpener.Request request = open.request();
    Fingerprint given = request.parameters();
    Optional<OpenFacts> opened = open.run().log().history().opened();
    if (opened.filter(facts -> !facts.parameters().equals(given)).isPresent()) {
      return Optional.of("it was resumed with other parameters than it was opened with");
    }
    return snapshots
            .fingerprint(request.pipeline().parameters(), request.invocation())
            .filter(given::equals)
            .isPresent()
        ? Optional.empty()
        : Optional.of("its parameters were changed by it, or cannot be compared");
  }

  private Optional<EncodedSnapshot> unsaved(Run run, String reason) {
    events.warn(
        "the result of run " + run.id() + " is not kept, a later call will run anew: " + reason);
    return Optional.empty();
  }

  private static Map<String, String> totals(RunTotals totals) {
    return Map.of(
        "executed", Integer.toString(totals.executed()),
        "restored", Integer.toString(totals.restored()),
        "unprotected", Integer.toString(totals.unprotected()));
  }

  /** Lets go of every open run; they stay unfinished. */
  void close() {
    openRuns.all().forEach(run -> run.log().close());
  }

  /**
   * A pipeline whose body is running.
   *
   * @param run its run
   * @param request what it was opened for
   * @param before where the thread was
   */
  record OpenPipeline(Run run, RunOpener.Request request, RunScope.@Nullable Whereabouts before)
      implements Entry.Open {
    @Override
    public Class<?> declaring() {
      return request.invocation().declaring();
    }
  }
}
