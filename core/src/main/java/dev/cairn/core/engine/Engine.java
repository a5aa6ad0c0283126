package dev.cairn.core.engine;

import dev.cairn.core.engine.RunScope.Place;
import dev.cairn.core.engine.RunScope.Whereabouts;
import dev.cairn.core.engine.failure.CircuitBreaker;
import dev.cairn.core.engine.match.ChangedCallers;
import dev.cairn.core.engine.match.MatchingRules;
import dev.cairn.core.engine.match.StageDecider;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.StageDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front door: what woven code, and the API by hand, ask before and after a body.
 *
 * <p>Every {@link Entry.Open} that {@code enter} returns must come back by {@link #exit} on the
 * same thread, however the body ended. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  /** After so many failures of its own Cairn is switched off: a working one never has any. */
  public static final int MOST_FAILURES = CircuitBreaker.MOST_FAILURES;

  private final RunScope scope;
  private final Pipelines pipelines;
  private final ProgramRun programRun;
  private final Calls calls;
  private final Listeners events;
  private final Witness witness;
  private final CircuitBreaker breaker;

  /** An engine in a JVM whose program is not known. */
  public Engine(EngineParts parts, EngineOptions options) {
    this(parts, options, Program.UNKNOWN);
  }

  /**
   * An engine of these parts.
   *
   * @param program what this JVM was started for
   */
  public Engine(EngineParts parts, EngineOptions options, Program program) {
    this(
        parts,
        options,
        program,
        new MatchingRules(ChangedCallers::of, StageDecider::decide, OpenCalls::path));
  }

  /** For tests that break a rule to see that this is noticed. */
  Engine(EngineParts parts, EngineOptions options, Program program, MatchingRules rules) {
    events = new Listeners(parts.listeners());
    breaker = new CircuitBreaker(events);
    OpenRuns openRuns = new OpenRuns();
    OpenCalls openCalls = new OpenCalls(rules.sharing());
    scope = new RunScope(openRuns);
    Snapshots snapshots =
        new Snapshots(parts.frames(), parts.walker(), parts.codec(), options.readBack());
    RunOpener opener =
        new RunOpener(parts.store(), options, openRuns, events, parts.clock(), rules);
    witness = new Witness(options.rehearsal(), snapshots, events);
    pipelines =
        new Pipelines(opener, openRuns, scope, snapshots, options, witness, events, breaker);
    programRun = new ProgramRun(program, openRuns, openCalls, pipelines);
    Restorer restorer = new Restorer(snapshots, openCalls, events);
    CallReports reports =
        new CallReports(
            events,
            breaker,
            parts.clock(),
            program.startedAt().orElseGet(() -> parts.clock().instant()));
    Saver saver = new Saver(snapshots, openCalls, options, reports, parts.clock());
    calls =
        new Calls(
            snapshots, restorer, saver, openCalls, scope, reports, witness, rules, parts.clock());
  }

  /**
   * Asks what to do with the body of a pipeline's entry method.
   *
   * @throws dev.cairn.core.error.RunInProgressException if a live process owns the run
   * @throws dev.cairn.core.error.FencedException if another process took over the run around it
   */
  public Entry enter(PipelineDefinition pipeline, Invocation invocation) {
    return scope
        .inside()
        .map(place -> calls.enter(place, pipeline.asStage(), invocation))
        .orElseGet(() -> pipelines.enter(pipeline, invocation));
  }

  /**
   * Asks what to do with a stage's body.
   *
   * @throws dev.cairn.core.error.FencedException if another process took over the run
   * @throws dev.cairn.core.error.RunInProgressException if the program is the run, and a live
   *     process owns it
   */
  public Entry enter(StageDefinition stage, Invocation invocation) {
    Optional<Place> place = place(invocation);
    if (place.isEmpty() && breaker.isOpen()) {
      return new Entry.Bypass();
    }
    if (place.isEmpty()) {
      programRun.open(invocation);
      place = place(invocation);
    }
    return place
        .map(found -> calls.enter(found, stage, invocation))
        .orElseGet(() -> outside(stage));
  }

  private Optional<Place> place(Invocation invocation) {
    return scope.place(invocation.arguments()).filter(programRun::admits);
  }

  private Entry outside(StageDefinition stage) {
    String off = stage.policy().keepsInputs() ? CallReports.NO_WAY_BACK : "";
    String reason = programRun.refusal().orElseGet(scope::whyNowhere);
    String stages =
        programRun.refusal().isPresent() ? "stages are" : "stage " + stage.name() + " is";
    events.warnOnce(stages + " NOT protected: " + reason + off);
    witness.unprotected(stage.name(), reason);
    return new Entry.Bypass();
  }

  /**
   * Tells how a body ended.
   *
   * @param open what {@code enter} returned
   * @param returned what the body returned; a primitive boxed, null for {@code void}
   * @param thrown what it threw instead, or null
   */
  public Exit exit(Entry.Open open, @Nullable Object returned, @Nullable Throwable thrown) {
    if (open instanceof OpenCall call) {
      return calls.exit(call, returned, thrown);
    }
    pipelines.exit((Pipelines.OpenPipeline) open, returned, thrown);
    return Exit.DONE;
  }

  /**
   * Puts a value into the metadata of the call that the thread is in; outside any call, nothing.
   */
  public void put(String name, String value) {
    scope
        .place()
        .map(Place::call)
        .map(OpenCall::nearestOpen)
        .ifPresent(call -> call.put(name, value));
  }

  /** The run that this thread is in, to be handed to another thread; empty outside any run. */
  public Optional<Handover> handover() {
    return scope.place().map(place -> new Handover(scope, place));
  }

  /**
   * Tells of a failure of Cairn itself that the caller contained. It counts like one of the
   * engine's own: {@link #MOST_FAILURES} of them switch Cairn off, so that every call is bypassed.
   *
   * @param task what was being done, as in "deciding on a call in com.acme.Nightly"
   */
  public void failed(String task, Throwable failure) {
    breaker.failed(task, failure);
    witness.unprotected(task, "Cairn failed: " + CircuitBreaker.described(failure));
  }

  /** Ends what is open; runs stay unfinished. */
  @Override
  public void close() {
    pipelines.close();
  }

  /** What the caller of a stage or pipeline does after its body. */
  public sealed interface Exit {
    /** Return, or throw, as the body did. */
    Exit DONE = Plain.DONE;

    /** Run the body once more: its inputs are as they were at entry. */
    Exit AGAIN = Plain.AGAIN;

    /** Return this in place of what the body returned. */
    record Instead(Object value) implements Exit {}

    /** What needs no value. */
    enum Plain implements Exit {
      DONE,
      AGAIN
    }
  }

  /** A place in a run, handed from thread to thread. */
  public static final class Handover {
    private final RunScope scope;
    private final Place place;

    private Handover(RunScope scope, Place place) {
      this.scope = scope;
      this.place = place;
    }

    /** Runs the body in the run that was handed over. */
    public void run(Runnable body) {
      Whereabouts before = scope.enter(place);
      try {
        body.run();
      } finally {
        scope.restore(before);
      }
    }

    /** Gets what the body returns, or throws, in the run that was handed over. */
    public <T extends @Nullable Object, E extends Exception> T call(Body<T, E> body) throws E {
      Whereabouts before = scope.enter(place);
      try {
        return body.call();
      } finally {
        scope.restore(before);
      }
    }

    /** Work for another thread. */
    @FunctionalInterface
    public interface Body<T extends @Nullable Object, E extends Exception> {
      /** Does it. */
      T call() throws E;
    }
  }
}
