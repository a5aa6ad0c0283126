package dev.cairn.core.engine;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.engine.OpenCalls.Permit;
import dev.cairn.core.engine.Snapshots.Recorded;
import dev.cairn.core.engine.later.LaterResult;
import dev.cairn.core.engine.lineage.Nearest;
import dev.cairn.core.engine.match.Decision;
import dev.cairn.core.engine.match.ReturnType;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.StagePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the recorded end of a call into the live objects. Everything is read, verified, decoded and
 * type-checked before the first write; any doubt means that the body runs. Thread-safe.
 */
final class Restorer {
  private static final int CHANGES_NAMED = 3;

  private final Snapshots snapshots;
  private final OpenCalls openCalls;
  private final Listeners events;

  Restorer(Snapshots snapshots, OpenCalls openCalls, Listeners events) {
    this.snapshots = snapshots;
    this.openCalls = openCalls;
    this.events = events;
  }

  /** The call that is to be restored. */
  record Request(
      Run run,
      @Nullable OpenCall parent,
      WalkedGraph inputs,
      ReturnType returns,
      StagePolicy policy,
      long since) {}

  /** What came of it. */
  sealed interface Outcome {
    /** The live objects are as the recorded call left them. */
    record Restored(@Nullable Object value) implements Outcome {}

    /** Nothing was touched. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Restores a call, or says why not.
   *
   * @throws dev.cairn.core.error.RestoreException if writing failed half-way and could not be
   *     undone
   */
  Outcome restore(Request request, Decision.Restore decision) {
    long start = System.nanoTime();
    Checkpoint checkpoint = decision.checkpoint();
    Outcome outcome = attempt(request, checkpoint);
    if (outcome instanceof Outcome.Refused refused) {
      events.warn(
          "cannot restore stage "
              + checkpoint.call().path()
              + " of run "
              + checkpoint.run()
              + ": "
              + refused.reason()
              + "; the stage runs again");
      return outcome;
    }
    CallRestored told =
        new CallRestored(
            checkpoint, decision.reason(), Duration.ofNanos(System.nanoTime() - start));
    request.run().tally().restored(told.timeSaved());
    request.run().lineage().add(checkpoint, Nearest.to(request.inputs()));
    request.run().untold().restored(checkpoint);
    events.tell(told);
    return outcome;
  }

  private Outcome attempt(Request request, Checkpoint checkpoint) {
    try (Work work = restoring(checkpoint)) {
      Payload bytes = request.run().log().read(checkpoint).watched(work::advance);
      Recorded recorded = new Recorded(checkpoint.call().codec(), checkpoint.call().classes());
      DecodedSnapshot decoded = snapshots.decode(bytes, recorded, request.inputs());
      Optional<String> doubt =
          doubt(request, checkpoint.call(), decoded)
              .or(() -> madeUp(request, checkpoint.call().path(), decoded));
      return doubt
          .<Outcome>map(Outcome.Refused::new)
          .orElseGet(() -> applied(request, decoded, checkpoint.call().path().toString()));
    } catch (DamagedException | CodecException | StoreException | UnsupportedFormatException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Work restoring(Checkpoint checkpoint) {
    return events.begin(
        new Task(
            "restoring", checkpoint.call().path(), checkpoint.payload().rawBytes(), Unit.BYTES));
  }

  /**
   * A class of the state that lost nothing but has gained something is changed code: nobody knows
   * what the new code would have left there. A declared version says that this does not matter.
   */
  private Optional<String> madeUp(Request request, CallPath path, DecodedSnapshot decoded) {
    if (decoded.adapted().isEmpty()) {
      return Optional.empty();
    }
    String changes = "classes of its state changed: " + named(decoded.adapted());
    CodeChangePolicy policy =
        request.policy().version().isEmpty()
            ? request.policy().onCodeChange()
            : CodeChangePolicy.WARN;
    if (policy == CodeChangePolicy.FAIL) {
      throw new RestoreException(
          path.toString(),
          "Cannot run stage "
              + path
              + ": "
              + changes
              + ", and onCodeChange = FAIL: put the old classes back, or start afresh with"
              + " -Dcairn.fresh=true");
    }
    if (policy == CodeChangePolicy.WARN) {
      events.warn("restores stage " + path + " although " + changes);
      return Optional.empty();
    }
    return Optional.of(changes);
  }

  private static String named(List<String> changes) {
    int more = changes.size() - CHANGES_NAMED;
    return String.join(", ", changes.subList(0, Math.min(CHANGES_NAMED, changes.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Optional<String> doubt(
      Request request, CallFacts recorded, DecodedSnapshot decoded) {
    if (!request.returns().accepts(LaterResult.restored(recorded, decoded.result()))) {
      return Optional.of("the recorded result is no " + request.returns());
    }
    return decoded
        .difference()
        .map(path -> path + " differs from what it was when the call was recorded");
  }

  private Outcome applied(Request request, DecodedSnapshot decoded, String path) {
    OpenCalls.Asking asking =
        new OpenCalls.Asking(request.parent(), request.inputs(), path, request.since());
    Permit permit = openCalls.permit(asking, decoded.written());
    if (!(permit instanceof Permit.Granted granted)) {
      return new Outcome.Refused(((Permit.Denied) permit).reason());
    }
    try {
      return new Outcome.Restored(decoded.apply());
    } finally {
      openCalls.written(granted);
    }
  }
}
