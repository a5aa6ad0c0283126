package dev.cairn.core.engine;

import dev.cairn.core.engine.match.RecordedCalls.Place.OtherInputs;
import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.event.CairnEvent.CallSeen;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.EndSeen;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.CallPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In a rehearsal, tells of each call what its inputs were before it and after it, so that a resumed
 * run can be compared with one that was not interrupted; and of each body before it runs, so that a
 * plan can end there. Otherwise it does nothing. Thread-safe.
 */
final class Witness {
  private final boolean watches;
  private final Snapshots snapshots;
  private final Listeners events;

  Witness(boolean watches, Snapshots snapshots, Listeners events) {
    this.watches = watches;
    this.snapshots = snapshots;
    this.events = events;
  }

  /** A call whose body has returned. */
  void executed(OpenCall call, @Nullable Object returned, boolean saved) {
    OpenCall.Facts facts = call.facts();
    Seen seen = new Seen(call.run(), call.path(), saved ? How.SAVED : How.UNSAVED, facts.reason());
    tell(seen, facts.inputs(), returned);
  }

  /** A call that was restored. */
  void restored(Run run, CallPath path, String reason, WalkedGraph inputs, @Nullable Object value) {
    tell(new Seen(run, path, How.RESTORED, reason), inputs, value);
  }

  /** A call whose body is about to run. */
  void due(OpenCall call) {
    if (watches) {
      List<Differing> differences =
          call.facts().place().recorded() instanceof OtherInputs other
              ? snapshots.differences(call, other.nearest()).stream()
                  .map(found -> new Differing(found.path(), found.before(), found.after()))
                  .toList()
              : List.of();
      OpenCall.Facts facts = call.facts();
      events.tell(
          new CallDue(
              call.run().id(), call.path(), facts.reason(), facts.place().replaces(), differences));
    }
  }

  /** A body is about to run, in no run or after a failure of Cairn, which others have told. */
  void unprotected(String what, String reason) {
    if (watches) {
      events.tell(new CallUnprotected(what, reason, Level.DEBUG));
    }
  }

  private record Seen(Run run, CallPath path, How how, String reason) {}

  private void tell(Seen seen, WalkedGraph inputs, @Nullable Object returned) {
    if (watches) {
      events.tell(
          new CallSeen(
              seen.run().id(),
              seen.path(),
              seen.how(),
              seen.reason(),
              inputs.parts(),
              snapshots.parts(inputs.frame(), returned)));
    }
  }

  /** A pipeline that has returned. */
  void ended(Run run, RunOpener.Request request, @Nullable Object returned) {
    if (watches) {
      events.tell(new EndSeen(run.id(), snapshots.parts(request, returned)));
    }
  }
}
