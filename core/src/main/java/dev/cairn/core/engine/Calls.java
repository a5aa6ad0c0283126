package dev.cairn.core.engine;

import dev.cairn.core.codec.Rollback;
import dev.cairn.core.engine.Engine.Exit;
import dev.cairn.core.engine.failure.Aftermath;
import dev.cairn.core.engine.failure.Headroom;
import dev.cairn.core.engine.failure.Retry;
import dev.cairn.core.engine.failure.UntilShutdown;
import dev.cairn.core.engine.later.LaterResult;
import dev.cairn.core.engine.match.Code;
import dev.cairn.core.engine.match.CodeFingerprints;
import dev.cairn.core.engine.match.Decision;
import dev.cairn.core.engine.match.Inside;
import dev.cairn.core.engine.match.MatchingRules;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.engine.match.ReturnType;
import dev.cairn.core.engine.match.RunKeys;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.SaveException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.StageDefinition;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stage's call from its entry to its end: walk the inputs, decide, restore or let the body
 * run, save. Thread-safe.
 */
final class Calls {
  private final Snapshots snapshots;
  private final Restorer restorer;
  private final Saver saver;
  private final OpenCalls openCalls;
  private final RunScope scope;
  private final CallReports reports;
  private final Witness witness;
  private final MatchingRules rules;
  private final InstantSource clock;
  private final CodeFingerprints codes = new CodeFingerprints();
  private final Retry retry = new Retry(new SecureRandom(), new UntilShutdown());

  Calls(
      Snapshots snapshots,
      Restorer restorer,
      Saver saver,
      OpenCalls openCalls,
      RunScope scope,
      CallReports reports,
      Witness witness,
      MatchingRules rules,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.restorer = restorer;
    this.saver = saver;
    this.openCalls = openCalls;
    this.scope = scope;
    this.reports = reports;
    this.witness = witness;
    this.rules = rules;
    this.clock = clock;
  }

  Entry enter(RunScope.Place where, StageDefinition stage, Invocation invocation) {
    Run run = where.run();
    run.requireOwned();
    if (!Headroom.isEnough()) {
      run.cramped(stage.name());
      return new Entry.Bypass();
    }
    tellOfCramped(run);
    if (reports.isSwitchedOff()) {
      reports.unrecorded(run);
      return new Entry.Bypass();
    }
    @Nullable OpenCall parent = OpenCall.nearestOpen(where.call());
    long since = openCalls.arrive();
    try {
      WalkedGraph inputs = snapshots.walk(stage, invocation, run.states());
      reports.met(stage, inputs.frame().self(), () -> snapshots.describe(stage, inputs));
      scope.met(run, invocation.arguments());
      String discriminator = discriminator(stage, invocation, inputs);
      return enter(new Arrival(run, parent, stage, invocation, inputs, since), discriminator);
    } catch (UncapturableException e) {
      reports.bypassed(run, stage, named(parent, stage), String.valueOf(e.getMessage()));
    } catch (CairnException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      reports.bypassed(run, stage, named(parent, stage), e);
    } finally {
      openCalls.arrived(since);
    }
    return new Entry.Bypass();
  }

  /** Where a call found no room on its stack there was none to tell of it either. */
  private void tellOfCramped(Run run) {
    run.takeCramped().ifPresent(stage -> reports.unprotected(run, stage, CallReports.CRAMPED));
  }

  private static String named(@Nullable OpenCall parent, StageDefinition stage) {
    return parent == null ? stage.name() : parent.path() + " > " + stage.name();
  }

  private static String discriminator(
      StageDefinition stage, Invocation invocation, WalkedGraph inputs) {
    try {
      return RunKeys.marked(stage.parameters(), invocation.arguments())
          .map(key -> "k:" + key)
          .orElseGet(() -> "f:" + inputs.fingerprint().hex());
    } catch (IllegalArgumentException e) {
      throw new UncapturableException("@Key", String.valueOf(e.getMessage()), e);
    }
  }

  /** A call whose inputs are known. */
  private record Arrival(
      Run run,
      @Nullable OpenCall parent,
      StageDefinition stage,
      Invocation invocation,
      WalkedGraph inputs,
      long since) {}

  private Entry enter(Arrival arrival, String discriminator) {
    Place place =
        arrival
            .run()
            .recorded()
            .take(
                arrival.run().caller(arrival.parent()),
                arrival.stage().name(),
                discriminator,
                arrival.stage().policy().cutoff());
    try {
      return enter(arrival, place);
    } catch (RuntimeException | Error e) {
      // the body runs though it may have a record: what followed that no longer counts
      arrival.run().recorded().replace(place);
      throw e;
    }
  }

  private Entry enter(Arrival arrival, Place place) {
    StageDefinition stage = arrival.stage();
    Code code = codes.of(stage, arrival.invocation().receiver());
    arrival.run().bindAccepted(stage.name(), code);
    Decision decision =
        rules
            .deciding()
            .decide(
                stage,
                arrival.inputs().parts(),
                recorded -> arrival.run().code().compare(code, recorded),
                place.recorded());
    if (decision instanceof Decision.Refuse refuse) {
      throw new RestoreException(
          stage.name(), "Cannot run stage " + place.path() + ": " + refuse.reason());
    }
    String reason = decision.reason();
    if (decision instanceof Decision.Restore restore) {
      // before the first write: nothing may go wrong behind the last
      OpenCall.ended(arrival.parent(), new Inside(restore.checkpoint(), true));
      Restorer.Outcome outcome = restorer.restore(request(arrival), restore);
      if (outcome instanceof Restorer.Outcome.Restored restored) {
        witness.restored(arrival.run(), place.path(), reason, arrival.inputs(), restored.value());
        scope.met(arrival.run(), restored.value());
        return new Entry.Answer(
            LaterResult.restored(restore.checkpoint().call(), restored.value()));
      }
      reason = ((Restorer.Outcome.Refused) outcome).reason();
    }
    arrival.run().recorded().replace(place);
    return open(arrival, place, new Why(reason, code));
  }

  private static Restorer.Request request(Arrival arrival) {
    return new Restorer.Request(
        arrival.run(),
        arrival.parent(),
        arrival.inputs(),
        ReturnType.of(arrival.stage().id().descriptor(), arrival.invocation().declaring()),
        arrival.stage().policy(),
        arrival.since());
  }

  private record Why(String reason, Code code) {}

  private OpenCall open(Arrival arrival, Place place, Why why) {
    Run run = arrival.run();
    OpenCall call =
        new OpenCall(
            new OpenCall.Facts(
                run,
                arrival.stage(),
                arrival.invocation(),
                arrival.inputs(),
                place,
                why.reason(),
                why.code(),
                run.nextBegan(),
                clock.instant()),
            arrival.parent());
    if (run.keepsInputs(arrival.stage())) {
      keepInputs(call, snapshots.keep(arrival.inputs()));
    }
    reports.began(call);
    witness.due(call);
    entered(call, arrival.since());
    return call;
  }

  /** What could not be put back is known before the body runs, so it is said then. */
  private void keepInputs(OpenCall call, Rollback kept) {
    Optional<String> obstacle = kept.obstacle();
    if (obstacle.isPresent()) {
      reports.notKept(call, obstacle.get());
    } else {
      call.keepInputs(kept);
    }
  }

  private void entered(OpenCall call, long since) {
    openCalls.add(call, since);
    try {
      call.enteredFrom(scope.enter(RunScope.Place.explicit(call.run(), call)));
    } catch (RuntimeException | Error e) {
      openCalls.remove(call);
      throw e;
    }
  }

  Exit exit(OpenCall call, @Nullable Object returned, @Nullable Throwable thrown) {
    if (thrown != null) {
      return failed(call, thrown);
    }
    if (returned instanceof CompletionStage<?> promised && isFit(call, promised)) {
      return later(call, promised);
    }
    close(call);
    record(call, returned);
    return Exit.DONE;
  }

  private void record(OpenCall call, @Nullable Object returned) {
    tellOfCramped(call.run());
    scope.met(call.run(), returned);
    if (reports.isSwitchedOff()) {
      openCalls.remove(call);
      reports.unrecorded(call.run());
    } else {
      Optional<Checkpoint> saved = saver.save(call, returned);
      saved.ifPresent(made -> OpenCall.ended(call.parent(), new Inside(made, false)));
      witness.executed(call, returned, saved.isPresent());
    }
  }

  private static boolean isFit(OpenCall call, CompletionStage<?> promised) {
    boolean fits =
        LaterResult.fits(ReturnType.of(call.facts().stage().id().descriptor(), call.declaring()));
    if (!fits) {
      call.refuseCommit(
          "it returns a "
              + promised.getClass().getName()
              + ", which Cairn cannot make; declare that it returns a CompletionStage");
    }
    return fits;
  }

  /** The body has returned; the call goes on until its result is there. */
  private Exit later(OpenCall call, CompletionStage<?> promised) {
    call.resultComesLater();
    openCalls.removeLeftIn(call);
    scope.restore(call.outerPlace());
    return new Exit.Instead(
        LaterResult.recorded(promised, (value, failure) -> ended(call, value, failure)));
  }

  private void ended(OpenCall call, @Nullable Object value, @Nullable Throwable failure) {
    call.close();
    try {
      if (failure == null) {
        record(call, value);
      } else {
        settleChanges(call);
        reports.threw(call, failure, "its inputs stay as it left them, nothing is recorded");
      }
    } catch (SaveException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      reports.brokenAfter(call, e);
    } finally {
      openCalls.remove(call);
    }
  }

  /** However much goes wrong here, and wherever the thread's stack ends, the call is closed. */
  private Exit failed(OpenCall call, Throwable thrown) {
    boolean again = false;
    try {
      tellOfCramped(call.run());
      again = isTriedAgain(call, thrown);
    } catch (RuntimeException | Error e) {
      reports.brokenAfter(call, e);
    } finally {
      if (!again) {
        openCalls.remove(call);
        close(call);
      }
    }
    return again ? Exit.AGAIN : Exit.DONE;
  }

  private boolean isTriedAgain(OpenCall call, Throwable thrown) {
    settleChanges(call);
    Aftermath aftermath = call.keepsInputs() ? putBack(call) : Aftermath.NOT_KEPT;
    if (aftermath.isPutBack() && isToBeTriedAgain(call, thrown)) {
      aftermath = triedAgain(call, aftermath);
    }
    reports.threw(call, thrown, aftermath.consequence());
    aftermath.obstacle().ifPresent(why -> reports.notPutBack(call, why));
    return aftermath.next() instanceof Aftermath.Next.Try;
  }

  private static Aftermath triedAgain(OpenCall call, Aftermath putBack) {
    try {
      call.tryAgain();
      return putBack.withTry(call.tries());
    } catch (CairnException e) {
      return putBack.withoutTry(String.valueOf(e.getMessage()));
    }
  }

  private void settleChanges(OpenCall call) {
    if (!openCalls.overlapped(call)) {
      return;
    }
    try {
      openCalls.settle(call, snapshots.changes(call));
    } catch (RuntimeException | Error e) {
      openCalls.settle(call, Snapshots.whatMayHaveChanged(call));
      throw e;
    }
  }

  private boolean isToBeTriedAgain(OpenCall call, Throwable thrown) {
    return retry.pause(call.facts().stage().policy().retries(), call.tries(), thrown);
  }

  private Aftermath putBack(OpenCall call) {
    Optional<String> obstacle = obstacle(call);
    if (obstacle.isPresent()) {
      return Aftermath.prevented(obstacle.get());
    }
    try {
      return Aftermath.putBack(call.putInputsBack());
    } catch (RestoreException e) {
      return Aftermath.prevented(String.valueOf(e.getMessage()));
    }
  }

  /** Why the inputs cannot be put back, where they cannot. */
  private Optional<String> obstacle(OpenCall call) {
    return call.conflict()
        .or(
            () ->
                openCalls
                    .elsewhereIn(call)
                    .map(
                        inner ->
                            "the call "
                                + inner.path()
                                + " inside it is still running; wait for it before the stage"
                                + " ends"));
  }

  private void close(OpenCall call) {
    call.close();
    openCalls.removeLeftIn(call);
    scope.restore(call.outerPlace());
  }
}
