package dev.cairn.core.engine;

import dev.cairn.core.engine.failure.CircuitBreaker;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallFailed;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Detail;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.graph.PassingValues;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.StageDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what became of calls, and tells it. Thread-safe. */
final class CallReports {
  /** What is off with the protection of a stage that asks for it. */
  static final String NO_WAY_BACK =
      "; if it throws, its inputs are not put back and it is not tried again";

  private final Listeners events;

  /** Why a call is unprotected on whose thread Cairn has no room. */
  static final String CRAMPED =
      "the thread's stack is too full for Cairn to work on it; give the thread a larger one (-Xss)";

  private final CircuitBreaker breaker;
  private final InstantSource clock;
  private final Instant started;
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /**
   * Reports to these listeners.
   *
   * @param started when this JVM began, as far as it is known
   */
  CallReports(Listeners events, CircuitBreaker breaker, InstantSource clock, Instant started) {
    this.events = events;
    this.breaker = breaker;
    this.clock = clock;
    this.started = started;
  }

  /** Whether Cairn is switched off: calls are then counted only, for that was told. */
  boolean isSwitchedOff() {
    return breaker.isOpen();
  }

  /** Tells, once per stage and class of its receiver, what the stage has as inputs. */
  void met(StageDefinition stage, Optional<Object> self, Supplier<StageInputs> inputs) {
    String on = self.map(receiver -> " on " + receiver.getClass().getName()).orElse("");
    if (met.add(stage.id() + on)) {
      events.tell(new Detail("stage " + stage.name() + on + " has as inputs " + inputs.get()));
    }
  }

  /** The first call of a run tells, on its first day, what would make it differ after a crash. */
  void began(OpenCall call) {
    OpenCall.Facts facts = call.facts();
    if (facts.began() > 1 || facts.stage().hasKey()) {
      return;
    }
    List<String> passing = passing(call);
    if (!passing.isEmpty()) {
      events.warnOnce(
          "after a crash stage "
              + call.path()
              + " would match only if the next start had the same again: "
              + String.join(", ", passing)
              + "; mark with @Uncompared what makes no difference to its result");
    }
  }

  private List<String> passing(OpenCall call) {
    try {
      return PassingValues.in(call.facts().inputs(), started, clock.instant());
    } catch (RuntimeException e) {
      // a remark is not worth a call: another thread may change what is looked at
      events.tell(new Detail("stage " + call.path() + " was not looked through: " + e));
      return List.of();
    }
  }

  /** A call is about to be saved. */
  Work saving(OpenCall call) {
    return events.begin(new Task("saving", call.path(), call.facts().inputs().size(), Unit.STEPS));
  }

  /** A call's checkpoint is durable. */
  void executed(OpenCall call, Checkpoint checkpoint, Duration saving) {
    call.run().tally().executed(checkpoint, saving);
    events.tell(new CallExecuted(checkpoint, call.facts().reason(), saving));
  }

  /** A call runs, or ran, without a record, for a reason that the user can do something about. */
  void unprotected(Run run, String path, String reason) {
    unrecorded(run);
    run.untold().unprotected(path, reason);
    events.tell(new CallUnprotected(path, reason, Level.WARN));
  }

  /** A call will run without Cairn: what its annotation asks for besides is off too. */
  void bypassed(Run run, StageDefinition stage, String path, String reason) {
    unprotected(run, path, reason + (run.keepsInputs(stage) ? NO_WAY_BACK : ""));
  }

  /** The same because Cairn itself failed. */
  void bypassed(Run run, StageDefinition stage, String path, Throwable failure) {
    bypassed(run, stage, path, explained(failure));
    breaker.count(failure);
  }

  /** A call will run without a way back. */
  void notKept(OpenCall call, String obstacle) {
    events.warnOnce(
        "the inputs of stage "
            + call.path()
            + " cannot be put back if it throws, and it will not be tried again: "
            + obstacle);
  }

  /** A call runs, or ran, without a record because Cairn itself failed. */
  void broken(Run run, String path, Throwable failure) {
    unprotected(run, path, explained(failure));
    breaker.count(failure);
  }

  private static String explained(Throwable failure) {
    return failure instanceof StackOverflowError
        ? CRAMPED
        : "Cairn failed: " + CircuitBreaker.described(failure) + " (please report this)";
  }

  /** A call runs, or ran, without a record, and nobody needs to be told. */
  void unrecorded(Run run) {
    run.gap();
    run.tally().unprotected();
  }

  /** A call threw. */
  void threw(OpenCall call, Throwable thrown, String consequence) {
    events.tell(
        new CallFailed(call.run().id(), call.path(), thrown.getClass().getName(), consequence));
  }

  /** A call threw and its inputs are not what they were at its entry, as they should be. */
  void notPutBack(OpenCall call, String why) {
    events.warn(
        "the inputs of stage "
            + call.path()
            + " are NOT put back to what they were, and it is not tried again: "
            + why);
  }

  /** Cairn itself failed while it dealt with a call that threw. */
  void brokenAfter(OpenCall call, Throwable failure) {
    breaker.failed("dealing with the failure of stage " + call.path(), failure);
  }
}
