package dev.cairn.core.engine;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.engine.Snapshots.Recorded;
import dev.cairn.core.engine.match.Decision;
import dev.cairn.core.engine.match.ReturnType;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the recorded end of a call into the live objects. Everything is read, verified, decoded and
 * type-checked before the first write; any doubt means that the body runs. Thread-safe.
 */
final class Restorer {
  private final Snapshots snapshots;
  private final OpenCalls openCalls;
  private final Listeners events;

  Restorer(Snapshots snapshots, OpenCalls openCalls, Listeners events) {
    this.snapshots = snapshots;
    this.openCalls = openCalls;
    this.events = events;
  }

  /** The call that is to be restored. */
  record Request(Run run, @Nullable OpenCall parent, WalkedGraph inputs, ReturnType returns) {}

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
    events.tell(told);
    return outcome;
  }

  private Outcome attempt(Request request, Checkpoint checkpoint) {
    try {
      Payload bytes = request.run().log().read(checkpoint);
      Recorded recorded = new Recorded(checkpoint.call().codec(), checkpoint.call().classes());
      DecodedSnapshot decoded = snapshots.decode(bytes, recorded, request.inputs());
      Optional<String> doubt = doubt(request, decoded);
      return doubt
          .<Outcome>map(Outcome.Refused::new)
          .orElseGet(() -> new Outcome.Restored(decoded.apply()));
    } catch (DamagedException | CodecException | StoreException | UnsupportedFormatException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> doubt(Request request, DecodedSnapshot decoded) {
    if (!request.returns().accepts(decoded.result())) {
      return Optional.of("the recorded result is no " + request.returns());
    }
    return decoded
        .difference()
        .map(path -> path + " differs from what it was when the call was recorded")
        .or(
            () ->
                openCalls
                    .holder(request.parent(), decoded.written())
                    .map(
                        call ->
                            "it would write to an object that the open call "
                                + call.path()
                                + " uses"));
  }
}
