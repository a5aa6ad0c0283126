package dev.cairn.core.engine.match;

import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * {@link RecordedCalls} that do not count where the code that makes the calls was changed so that a
 * stage is new there, or a recorded one is not called any more: effects outside the heap may differ
 * from there on, though nothing shows it in the inputs of what follows. Thread-safe.
 *
 * <p>The calls of one caller are looked at together. A stage with no record among them runs in
 * front of those that are still to come; a record that comes before a stage that began earlier and
 * was not called yet shows that the code left that one out. Calls of several threads may come in
 * another order than they were recorded: then more is void than need be, after a change of code.
 */
public final class ChangedCallers implements CallRecords {
  private static final Comparator<Checkpoint> BY_BEGINNING =
      Comparator.<Checkpoint>comparingLong(one -> one.call().began())
          .thenComparingLong(Checkpoint::seq);

  private final RecordedCalls calls;
  private final Map<CallPath, Siblings> byCaller = new HashMap<>();

  /**
   * Looks at what a log's calls were made by.
   *
   * @param checkpoints those that the calls were made of
   */
  ChangedCallers(RecordedCalls calls, List<Checkpoint> checkpoints) {
    this.calls = calls;
    checkpoints.stream()
        .filter(this::counts)
        .forEach(
            one ->
                byCaller
                    .computeIfAbsent(one.call().path().parent(), path -> new Siblings())
                    .add(one));
  }

  /** What earlier attempts recorded in a run. */
  public static ChangedCallers of(RunHistory history) {
    return new ChangedCallers(RecordedCalls.of(history), history.checkpoints());
  }

  /**
   * Whether the call of a record is one that finished, so that code which is now new follows it.
   */
  private boolean counts(Checkpoint one) {
    return switch (calls.standing(one)) {
      case COUNTS, DAMAGED, UNCERTAIN -> true;
      case VOID, INVALIDATED, UNDONE, REPLACED -> false;
    };
  }

  @Override
  public synchronized Place take(
      Caller caller, String stage, String discriminator, boolean inputsAlone) {
    Place place = calls.take(caller, stage, discriminator, inputsAlone);
    Siblings siblings = byCaller.get(caller.path());
    if (siblings == null) {
      return place;
    }
    siblings.reached(stage, place.recorded());
    if (!siblings.recorded.contains(stage)) {
      return siblings
          .first(caller::changedSince)
          .map(behind -> inserted(place, behind))
          .orElse(place);
    }
    if (!inputsAlone
        && place.recorded() instanceof Place.Match match
        && caller.changedSince(match.checkpoint())) {
      return siblings
          .first(one -> isLeftOut(one, match.checkpoint(), siblings))
          .map(missing -> behindLeftOut(place, match.checkpoint(), missing))
          .orElse(place);
    }
    return place;
  }

  private static boolean isLeftOut(Checkpoint one, Checkpoint match, Siblings siblings) {
    return one.call().began() < match.call().began()
        && !siblings.called.contains(one.call().stage());
  }

  private static Place inserted(Place place, Checkpoint behind) {
    Place.Recorded recorded =
        place.recorded() instanceof Place.Nothing nothing
            ? new Place.Nothing(
                nothing.reason()
                    + ", and the code around it changed since "
                    + behind.call().stage()
                    + " was recorded, which no longer counts",
                nothing.replaced())
            : place.recorded();
    return new Place(place.path(), recorded, replaces(place, behind));
  }

  private static Place behindLeftOut(Place place, Checkpoint record, Checkpoint missing) {
    return new Place(
        place.path(),
        new Place.Voided(
            record,
            "the code around it changed and does not call "
                + missing.call().stage()
                + " before it any more, so its record no longer counts"),
        replaces(place, missing));
  }

  /** From this record on, itself included. */
  private static OptionalLong replaces(Place place, Checkpoint from) {
    long before = from.call().began() - 1;
    return OptionalLong.of(Math.min(before, place.replaces().orElse(before)));
  }

  @Override
  public void replace(Place place) {
    calls.replace(place);
  }

  @Override
  public void makeVoidAfter(long began) {
    calls.makeVoidAfter(began);
  }

  /** The recorded calls of one caller. */
  private final class Siblings {
    private final Set<String> recorded = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final NavigableSet<Checkpoint> unused = new TreeSet<>(BY_BEGINNING);

    void add(Checkpoint one) {
      recorded.add(one.call().stage());
      unused.add(one);
    }

    void reached(String stage, Place.Recorded place) {
      called.add(stage);
      place.taken().ifPresent(unused::remove);
    }

    /** The first to begin of those not reached yet; what is void by now will not count again. */
    Optional<Checkpoint> first(Predicate<Checkpoint> wanted) {
      for (Iterator<Checkpoint> all = unused.iterator(); all.hasNext(); ) {
        Checkpoint one = all.next();
        if (!counts(one)) {
          all.remove();
        } else if (wanted.test(one)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }
}
