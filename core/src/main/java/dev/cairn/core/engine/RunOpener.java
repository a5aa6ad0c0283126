package dev.cairn.core.engine;

import dev.cairn.core.engine.RunOpener.Opening.Complete;
import dev.cairn.core.engine.RunOpener.Opening.Opened;
import dev.cairn.core.engine.RunOpener.Opening.Unprotected;
import dev.cairn.core.engine.match.Caller;
import dev.cairn.core.engine.match.Code;
import dev.cairn.core.engine.match.CodeFingerprints;
import dev.cairn.core.engine.match.MatchingRules;
import dev.cairn.core.engine.match.RecordedCode;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunResult;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.model.StageDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a run, or resumes the newest one of its key. Thread-safe. */
final class RunOpener {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<RunStore> store;
  private final EngineOptions options;
  private final OpenRuns openRuns;
  private final Listeners events;
  private final InstantSource clock;
  private final MatchingRules rules;
  private final NamedRun named;
  private final CodeFingerprints codes = new CodeFingerprints();

  RunOpener(
      Supplier<RunStore> store,
      EngineOptions options,
      OpenRuns openRuns,
      Listeners events,
      InstantSource clock,
      MatchingRules rules) {
    this.store = store;
    this.options = options;
    this.openRuns = openRuns;
    this.events = events;
    this.clock = clock;
    this.rules = rules;
    this.named = new NamedRun(options.resumeRun());
  }

  /** What the opening of a run comes to. */
  sealed interface Opening {
    /** The run is this process's. */
    record Opened(Run run) implements Opening {}

    /** The newest run is complete and its result answers the call. */
    record Complete(RunHistory history) implements Opening {}

    /** The call runs as without Cairn. */
    record Unprotected(String reason) implements Opening {}
  }

  /**
   * What is asked for.
   *
   * @param pipeline the pipeline
   * @param invocation the call
   * @param key the run's key
   * @param parameters fingerprint of all parameters; unique where they cannot be compared
   */
  record Request(
      PipelineDefinition pipeline, Invocation invocation, RunKey key, Fingerprint parameters) {}

  /**
   * Opens or resumes; waits for an owner that may be dead.
   *
   * @throws RunInProgressException if a live process owns the run
   * @throws dev.cairn.core.error.RestoreException if the run that the user named cannot be resumed
   */
  Opening open(Request request) {
    Optional<RunHistory> wanted = named.wantedBy(request, store.get(), options.storeName());
    Optional<RunHistory> history = wanted.or(() -> newest(request));
    if (history.isEmpty() || options.fresh()) {
      return create(request, history);
    }
    return switch (history.get().status()) {
      case UNFINISHED -> unfinished(request, history.get());
      case COMPLETE -> complete(request, history);
      case DELETED -> create(request, history);
      case UNREADABLE -> {
        events.warn(
            "run "
                + history.get().run()
                + " cannot be read, a new one is opened: "
                + history.get().damages());
        yield create(request, history);
      }
    };
  }

  /**
   * The recorded result of a complete run.
   *
   * @throws dev.cairn.core.error.CairnException if it cannot be read or decoded
   */
  @Nullable Object result(RunHistory history, Snapshots snapshots, Request request) {
    RunResult result = history.result().orElseThrow();
    Payload bytes = store.get().readResult(history).orElseThrow();
    return snapshots.decodeResult(
        bytes, new Snapshots.Recorded(result.codec(), result.classes()), request);
  }

  /** Opens the next generation whatever the newest one is. */
  Opening openAnew(Request request) {
    return create(request, newest(request));
  }

  private Optional<RunHistory> newest(Request request) {
    return store.get().newest(request.key());
  }

  private Opening complete(Request request, Optional<RunHistory> history) {
    boolean answers =
        request.pipeline().onComplete() == OnComplete.RETURN_RESULT
            && history.flatMap(RunHistory::result).isPresent()
            && history
                .flatMap(RunHistory::opened)
                .filter(facts -> facts.parameters().equals(request.parameters()))
                .isPresent();
    return answers ? new Complete(history.orElseThrow()) : create(request, history);
  }

  private Opening unfinished(Request request, RunHistory history) {
    if (openRuns.isOpen(history.run())) {
      return openHere(history);
    }
    Instant oldest = clock.instant().minus(options.resumeWithin());
    if (!named.is(history.run()) && history.lastEntryAt().isBefore(oldest)) {
      events.warn(tooOld(history));
      return create(request, Optional.of(history));
    }
    return claim(request, history);
  }

  private static Unprotected openHere(RunHistory history) {
    return new Unprotected(
        "run " + history.run() + " is already open in this process, by another call with this key");
  }

  private static String tooOld(RunHistory history) {
    return "run "
        + history.run()
        + " is unfinished, but its last entry is of "
        + history.lastEntryAt()
        + ", longer ago than cairn.resume.within: a new run is opened. To go on with the old one:"
        + " -Dcairn.resume="
        + history.run();
  }

  private Opening create(Request request, Optional<RunHistory> newest) {
    Optional<RunHistory> before = newest;
    while (true) {
      int generation = before.map(history -> history.run().generation() + 1).orElse(1);
      Optional<RunLog> log = store.get().create(request.key(), generation, facts(request));
      if (log.isPresent()) {
        return opened(request, log.get(), false);
      }
      before = newest(request);
      if (before.filter(h -> h.status() == RunHistory.Status.UNFINISHED).isPresent()
          && !options.fresh()) {
        return claim(request, before.get());
      }
    }
  }

  private OpenFacts facts(Request request) {
    String program = System.getProperty("sun.java.command", "");
    String application = program.isBlank() ? "" : program.split(" ", 2)[0];
    return new OpenFacts(request.key().text(), request.parameters(), application, methods(request));
  }

  /** The pipeline's own code; none where its class cannot be found. */
  private Optional<Code> code(Request request) {
    StageDefinition entry = request.pipeline().asStage();
    Invocation invocation = request.invocation();
    String className = entry.id().className();
    if (className.equals(invocation.declaring().getName())) {
      return Optional.of(codes.of(entry, invocation.receiver()));
    }
    try {
      Class<?> main = Class.forName(className, false, invocation.declaring().getClassLoader());
      return Optional.of(codes.of(entry, main));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private Map<String, String> methods(Request request) {
    return code(request).map(Code::methods).orElse(Map.of());
  }

  private Caller pipeline(Request request) {
    return code(request)
        .map(code -> Caller.of(CallPath.ROOT, code))
        .orElseGet(() -> Caller.at(CallPath.ROOT));
  }

  private String codeChange(Request request, RunLog log) {
    return log.history()
        .opened()
        .map(facts -> RecordedCode.change(facts.code(), methods(request)))
        .orElse("");
  }

  private Opened opened(Request request, RunLog log, boolean resumed) {
    Run run = new Run(log, pipeline(request), request.pipeline().rollback(), rules.recording());
    openRuns.add(run);
    events.tell(
        new RunOpened(
            run.id(),
            request.key().text(),
            resumed ? log.history().openedAt() : clock.instant(),
            log.history().checkpoints().size(),
            resumed,
            options.storeName(),
            resumed ? codeChange(request, log) : ""));
    log.history().damages().forEach(damage -> events.warn("damaged: " + damage));
    return new Opened(run);
  }

  private Opening claim(Request request, RunHistory unfinished) {
    long start = System.nanoTime();
    while (true) {
      Claim claim = store.get().claim(unfinished);
      if (claim instanceof Claim.Claimed claimed) {
        named.resumed(unfinished.run());
        return opened(request, claimed.log(), true);
      }
      if (claim instanceof Claim.Ended) {
        return open(request);
      }
      Claim.Owned owned = (Claim.Owned) claim;
      if (owned.here()) {
        return openHere(unfinished);
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(owned.within().plus(POLL)) > 0 || !paused()) {
        throw inProgress(unfinished, owned);
      }
      events.warnOnce(
          "waiting for run "
              + unfinished.run()
              + ": "
              + owned.owner()
              + " owns it since "
              + owned.since());
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(POLL.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RunInProgressException inProgress(RunHistory history, Claim.Owned owned) {
    return new RunInProgressException(
        history.run().toString(),
        "Cannot open run "
            + history.run()
            + ": it is in progress in "
            + owned.owner()
            + " since "
            + owned.since()
            + ". Wait for that process or end it, or give this call another key.");
  }
}
