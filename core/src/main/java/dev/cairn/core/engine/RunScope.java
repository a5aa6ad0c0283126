package dev.cairn.core.engine;

import dev.cairn.core.engine.origin.Provenance;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
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

  /** What a thread knows of its place. */
  sealed interface Whereabouts {
    /** The place; null if the run is gone. */
    @Nullable Place place();
  }

  /**
   * A thread's place.
   *
   * @param run the run
   * @param call the innermost open call, or null at the run's top
   * @param bornAt the number of runs opened at the thread's birth, or -1 for an explicit place
   */
  record Place(Run run, @Nullable OpenCall call, long bornAt) implements Whereabouts {
    private static final long EXPLICIT = -1;

    static Place explicit(Run run, @Nullable OpenCall call) {
      return new Place(run, call, EXPLICIT);
    }

    @Override
    public Place place() {
      return this;
    }
  }

  /**
   * The place that a thread was born in. The engine holds what is open; a pool's thread that
   * outlives its run must not hold the rest, and with it the application's objects.
   *
   * @param calls the innermost call and those around it
   */
  private record Birthplace(
      WeakReference<Run> run, List<WeakReference<OpenCall>> calls, long bornAt)
      implements Whereabouts {

    static Birthplace of(Place parent, long bornAt) {
      List<WeakReference<OpenCall>> calls = new ArrayList<>();
      for (OpenCall call = parent.call(); call != null; call = call.parent()) {
        calls.add(new WeakReference<>(call));
      }
      return new Birthplace(new WeakReference<>(parent.run()), calls, bornAt);
    }

    @Override
    public @Nullable Place place() {
      Run inside = run.get();
      return inside == null ? null : new Place(inside, innermost(), bornAt);
    }

    private @Nullable OpenCall innermost() {
      for (WeakReference<OpenCall> reference : calls) {
        OpenCall call = reference.get();
        if (call != null) {
          return call;
        }
      }
      return null;
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
    return Optional.ofNullable(current.get()).map(Whereabouts::place).filter(this::holds);
  }

  /** Why {@link #place} is empty, and what would help. */
  String whyNowhere() {
    return openRuns.size() == 0
        ? whyNoneIsOpen()
        : "several runs are open and this thread belongs to none of them, nor do the call's"
            + " arguments: hand the run over with Cairn.wrap(...)";
  }

  private String whyNoneIsOpen() {
    return openRuns
        .notOpened()
        .map(pipeline -> "the run of " + pipeline + " could not be opened")
        .orElse("no run is open: call it inside a method marked @Pipeline");
  }

  /** Puts the thread into a place and returns the one before, for {@link #restore}. */
  @Nullable Whereabouts enter(Place place) {
    Whereabouts before = current.get();
    current.set(place);
    return before;
  }

  /** Puts the thread back to the place that {@link #enter} returned. */
  void restore(@Nullable Whereabouts before) {
    if (before == null) {
      current.remove();
    } else {
      current.set(before);
    }
  }

  /** What a new thread gets from its parent. */
  private final class Inheritance extends InheritableThreadLocal<@Nullable Whereabouts> {
    @Override
    protected @Nullable Whereabouts childValue(@Nullable Whereabouts parent) {
      Place place = parent == null ? null : parent.place();
      return place != null && isCertain(place) ? Birthplace.of(place, openRuns.openings()) : null;
    }

    private boolean isCertain(Place parent) {
      return holds(parent) && openRuns.only().filter(parent.run()::equals).isPresent();
    }
  }
}
