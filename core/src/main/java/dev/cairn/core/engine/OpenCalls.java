package dev.cairn.core.engine;

import dev.cairn.core.engine.match.MatchingRules.Sharing;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.ReceiverField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls whose bodies are running, of all runs of this JVM: what tells that two of them changed
 * the same object. Thread-safe.
 */
final class OpenCalls {
  private final Set<OpenCall> open = new LinkedHashSet<>();
  private final RecentChanges recent = new RecentChanges();
  private final Sharing sharing;

  OpenCalls(Sharing sharing) {
    this.sharing = sharing;
  }

  /** A call is on its way: its inputs are about to be looked at. Answers when it set out. */
  synchronized long arrive() {
    return recent.arrive();
  }

  /** A call that set out then is open, restored, or given up. */
  synchronized void arrived(long since) {
    recent.arrived(since);
  }

  /**
   * Adds a call. If what was seen of its inputs has changed on its way in, it may not be committed.
   *
   * @param since when it set out
   */
  synchronized void add(OpenCall call, long since) {
    open.add(call);
    for (RecentChanges.Change change : recent.since(since)) {
      if (!change.isAround(call)) {
        shared(call.facts().inputs(), change.objects())
            .ifPresent(path -> call.refuseCommit(overlap(path, change.by())));
      }
    }
  }

  synchronized void remove(OpenCall call) {
    open.remove(call);
  }

  /**
   * Removes what is still open inside a call that has ended on this thread: calls whose end did not
   * come through because the thread had no stack or heap left. What other threads do goes on.
   */
  synchronized void removeLeftIn(OpenCall ended) {
    List<OpenCall> left =
        open.stream()
            .filter(call -> call != ended && call.isOfThisThread() && ended.encloses(call))
            .toList();
    left.forEach(OpenCall::close);
    left.forEach(open::remove);
  }

  /** Whether any call overlaps this one, so that its changes matter to others. */
  synchronized boolean overlapped(OpenCall call) {
    return recent.isAwaited() || !strangers(call).isEmpty();
  }

  /**
   * Refuses the commit of every open call that shares an object with the changes of {@code call},
   * and of {@code call} itself.
   *
   * @param changed the input objects that the call changed
   */
  synchronized void settle(OpenCall call, Collection<?> changed) {
    for (OpenCall other : strangers(call)) {
      shared(other.facts().inputs(), changed)
          .ifPresent(
              path -> {
                other.refuseCommit(overlap(path, call.path().toString()));
                call.refuseCommit(overlap(path, other.path().toString()));
              });
    }
    recent.ended(call, changed);
  }

  /** A restore that asks whether it may write. */
  record Asking(@Nullable OpenCall parent, WalkedGraph inputs, String path, long since) {}

  /** The answer. */
  sealed interface Permit {
    /** It may; {@link #written} must follow. */
    record Granted(RecentChanges.Change change) implements Permit {}

    /** It must not. */
    record Denied(String reason) implements Permit {}
  }

  /**
   * Asks whether a restore may write. Not to an object among the inputs of an open call, those
   * around the asker excepted; nor if its own inputs have changed since they were looked at. Until
   * it has written, nobody who comes meanwhile may trust what he sees of these objects.
   */
  synchronized Permit permit(Asking asking, Collection<?> objects) {
    Set<OpenCall> around = OpenCall.around(asking.parent());
    Optional<String> obstacle =
        open.stream()
            .filter(call -> !around.contains(call))
            .filter(call -> shared(call.facts().inputs(), objects).isPresent())
            .findFirst()
            .map(call -> "it would write to an object that the open call " + call.path() + " uses")
            .or(() -> changedMeanwhile(asking, around));
    return obstacle
        .<Permit>map(Permit.Denied::new)
        .orElseGet(() -> new Permit.Granted(recent.begin(objects, asking.path())));
  }

  private Optional<String> changedMeanwhile(Asking asking, Set<OpenCall> around) {
    return recent.since(asking.since()).stream()
        .filter(change -> around.stream().noneMatch(change::isBy))
        .flatMap(change -> shared(asking.inputs(), change.objects()).stream())
        .findFirst()
        .map(path -> path + " changed while its record was read");
  }

  /** A restore has written, or has undone it. */
  synchronized void written(Permit.Granted permit) {
    recent.end(permit.change());
  }

  /** A call of a run whose body is running, if there is one. */
  synchronized Optional<OpenCall> anyOf(Run run) {
    return open.stream().filter(call -> call.run() == run).findFirst();
  }

  /** A call inside this one that is still running on another thread, if there is one. */
  synchronized Optional<OpenCall> elsewhereIn(OpenCall call) {
    return open.stream()
        .filter(other -> !other.isOfThisThread() && call.encloses(other))
        .findFirst();
  }

  private List<OpenCall> strangers(OpenCall call) {
    Set<OpenCall> around = OpenCall.around(call);
    return open.stream().filter(other -> !around.contains(other) && !call.encloses(other)).toList();
  }

  private Optional<String> shared(WalkedGraph inputs, Collection<?> objects) {
    return objects.stream().flatMap(object -> sharing.path(inputs, object).stream()).findFirst();
  }

  /** Where an object is among inputs; a receiver may be there by its fields, or as a whole. */
  static Optional<String> path(WalkedGraph inputs, Object object) {
    if (object instanceof ReceiverField field) {
      return inputs.pathOf(field).or(() -> inputs.pathOf(field.self()));
    }
    return inputs
        .pathOf(object)
        .or(() -> inputs.frame().self().filter(self -> self == object).map(self -> "this"));
  }

  private static String overlap(String path, String other) {
    return path
        + " changed while "
        + other
        + " was open, which has it among its inputs too; let the stages return results and merge"
        + " them, or mark the shared object @Unsaved";
  }

  /**
   * What changed while calls were on their way in: after their inputs were looked at and before
   * they are open, or restored. Kept only as long as a call is on its way. Guarded by the calls
   * around it.
   */
  private static final class RecentChanges {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final Set<Long> arrivals = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private long time;

    /** Objects that a call changed, or that a restore is writing. */
    static final class Change {
      private final Collection<?> objects;
      private final String by;
      private final @Nullable OpenCall call;
      private long end = NOT_YET;

      private Change(Collection<?> objects, String by, @Nullable OpenCall call) {
        this.objects = objects;
        this.by = by;
        this.call = call;
      }

      Collection<?> objects() {
        return objects;
      }

      /** What changed them, by its path. */
      String by() {
        return by;
      }

      /** Whether a call changed them. */
      boolean isBy(OpenCall other) {
        return call == other;
      }

      /** Whether a call lies inside the one that changed them. */
      boolean isAround(OpenCall other) {
        return call != null && call.encloses(other);
      }
    }

    /** A call is on its way; answers when it set out. */
    long arrive() {
      arrivals.add(++time);
      return time;
    }

    /** A call that set out then is no longer on its way. */
    void arrived(long since) {
      arrivals.remove(since);
      forget();
    }

    /** Whether any call is on its way. */
    boolean isAwaited() {
      return !arrivals.isEmpty();
    }

    /** Notes what a call that ends has changed. */
    void ended(OpenCall call, Collection<?> changed) {
      if (isAwaited()) {
        Change change = new Change(changed, call.path().toString(), call);
        change.end = ++time;
        changes.add(change);
      }
    }

    /** Notes what a restore begins to write. */
    Change begin(Collection<?> written, String by) {
      Change change = new Change(written, by, null);
      changes.add(change);
      return change;
    }

    /** A restore has written. */
    void end(Change change) {
      change.end = ++time;
      forget();
    }

    private void forget() {
      if (!isAwaited()) {
        changes.removeIf(change -> change.end != NOT_YET);
      }
    }

    /** What changed since a call set out. */
    List<Change> since(long arrival) {
      return changes.stream().filter(change -> change.end > arrival).toList();
    }
  }
}
