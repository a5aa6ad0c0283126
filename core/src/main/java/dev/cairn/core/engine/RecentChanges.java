package dev.cairn.core.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed while calls were on their way in: after their inputs were looked at and before they
 * are open, or restored. Kept only as long as a call is on its way. For one thread at a time.
 */
final class RecentChanges {
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
