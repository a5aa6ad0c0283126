package dev.cairn.core.engine;

import dev.cairn.core.event.CairnEvent.CallSeen;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.event.CairnEvent.EndSeen;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.CallPath;
import org.jspecify.annotations.Nullable;

/**
 * In a rehearsal, tells of each call what its inputs were before it and after it, so that a resumed
 * run can be compared with one that was not interrupted. Otherwise it does nothing. Thread-safe.
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
