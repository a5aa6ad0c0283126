package dev.cairn.core.engine;

import dev.cairn.core.engine.origin.Provenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which run, and which call of it, a thread is in.
 *
 * <p>A thread is in a run because it opened it or was handed it, or because it was born inside it
 * while no other run was open and none was opened since; else it belongs to the only open run. A
 * pool thread that outlives its run so never carries it into another. Where several runs are open,
 * the arguments of a call may tell which one is meant. Thread-safe.
 */
final class RunScope {
  private final OpenRuns openRuns;
  private final Inheritance current = new Inheritance();
  private final Provenance<Run> provenance = new Provenance<>();

  RunScope(OpenRuns openRuns) {
    this.openRuns = openRuns;
  }

  /**
   * A thread's place.
   *
   * @param run the run
   * @param call the innermost open call, or null at the run's top
   * @param bornAt the number of runs opened at the thread's birth, or -1 for an explicit place
   */
  record Place(Run run, @Nullable OpenCall call, long bornAt) {
    private static final long EXPLICIT = -1;

    static Place explicit(Run run, @Nullable OpenCall call) {
      return new Place(run, call, EXPLICIT);
    }
  }

  /**
   * The place of a call on this thread, or empty where there is none or it is ambiguous.
   *
   * @param arguments what the call is given
   */
  Optional<Place> place(@Nullable Object[] arguments) {
    Optional<Place> known = place();
    return known.isPresent() || openRuns.size() < 2
        ? known
        : provenance.of(arguments).filter(openRuns::isOpen).map(run -> Place.explicit(run, null));
  }

  /** A call of a run was given, or returned, these objects. */
  void met(Run run, @Nullable Object... objects) {
    for (Object object : objects) {
      provenance.met(run, object);
    }
  }

  /** A run is open no more. */
  void forget(Run run) {
    provenance.forget(run);
  }

  /** The thread's place in an open run, or empty where there is none or it is ambiguous. */
  Optional<Place> place() {
    return inside().or(() -> openRuns.only().map(run -> Place.explicit(run, null)));
  }

  private boolean holds(Place place) {
    return openRuns.isOpen(place.run())
        && (place.bornAt() == Place.EXPLICIT || place.bornAt() == openRuns.openings());
  }

  /** The thread's own place, given or inherited; the only open run does not count. */
  Optional<Place> inside() {
    return Optional.ofNullable(current.get()).filter(this::holds);
  }

  /** Why {@link #place} is empty, and what would help. */
  String whyNowhere() {
    return openRuns.size() == 0
        ? "no run is open: call it inside a method marked @Pipeline"
        : "several runs are open and this thread belongs to none of them, nor do the call's"
            + " arguments: hand the run over with Cairn.wrap(...)";
  }

  /** Puts the thread into a place and returns the one before, for {@link #restore}. */
  @Nullable Place enter(Place place) {
    Place before = current.get();
    current.set(place);
    return before;
  }

  /** Puts the thread back to the place that {@link #enter} returned. */
  void restore(@Nullable Place before) {
    if (before == null) {
      current.remove();
    } else {
      current.set(before);
    }
  }

  /** What a new thread gets from its parent. */
  private final class Inheritance extends InheritableThreadLocal<@Nullable Place> {
    @Override
    protected @Nullable Place childValue(@Nullable Place parent) {
      return parent != null && isCertain(parent)
          ? new Place(parent.run(), parent.call(), openRuns.openings())
          : null;
    }

    private boolean isCertain(Place parent) {
      return holds(parent) && openRuns.only().filter(parent.run()::equals).isPresent();
    }
  }
}
