package dev.cairn.core.engine.match;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.UndoneTry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * The finished calls of a run's earlier attempts, by their place: parent, stage and inputs or key.
 * Each is used at most once in an attempt. Thread-safe.
 *
 * <p>A record that is not used although its place was reached makes void whatever began after it:
 * effects outside the heap may differ now. The call that ran in its place notes this in its own
 * record ({@link #voidNote}), so that later attempts know it too.
 *
 * <p>Records of a try whose effects were put back ({@link UndoneTry}) are none.
 */
public final class RecordedCalls implements CallRecords {
  private final Map<Group, Places> groups = new HashMap<>();
  private final Map<StageOfParent, SameStage> byStage = new HashMap<>();
  private final Predicate<Checkpoint> usable;
  private final boolean entriesMissing;
  private final long firstMissing;
  private final VoidPoints voidPoints = new VoidPoints();
  private final Invalidations invalidations;
  private final long lastUnreadable;
  private final Set<Long> undone = new HashSet<>();

  /**
   * Indexes what earlier attempts recorded.
   *
   * @param checkpoints in the order of the log; of two with the same path the later one counts
   * @param usable whether a checkpoint's bytes are known to be there
   * @param entriesMissing whether entries of the log are unreadable, so that any call without a
   *     record may have lost it
   * @param later what later entries say about these
   */
  public RecordedCalls(
      List<Checkpoint> checkpoints,
      Predicate<Checkpoint> usable,
      boolean entriesMissing,
      Later later) {
    this.usable = usable;
    this.entriesMissing = entriesMissing;
    this.firstMissing = firstMissing(checkpoints);
    this.lastUnreadable = later.lastUnreadable();
    this.invalidations = new Invalidations(checkpoints, later.amendments());
    invalidations.firstBegan().forEach(voidPoints::add);
    checkpoints.forEach(voidPoints::read);
    later.undone().forEach(this::leaveOut);
    checkpoints.stream()
        .filter(one -> !undone.contains(one.seq()) && !invalidations.contains(one))
        .filter(one -> !isUncertain(one))
        .forEach(this::index);
  }

  /**
   * What entries of a log say about its checkpoints.
   *
   * @param amendments what people said
   * @param undone the tries that were put back
   * @param lastUnreadable the slot of the last entry of which nobody knows what it says; 0 for none
   */
  public record Later(List<Amendment> amendments, List<UndoneTry> undone, long lastUnreadable) {
    public static final Later NOTHING = new Later(List.of(), List.of(), 0);
  }

  /** The same of a log with checkpoints alone. */
  public RecordedCalls(
      List<Checkpoint> checkpoints, Predicate<Checkpoint> usable, boolean entriesMissing) {
    this(checkpoints, usable, entriesMissing, Later.NOTHING);
  }

  /** What earlier attempts recorded in a run. */
  public static RecordedCalls of(RunHistory history) {
    return new RecordedCalls(
        history.checkpoints(),
        history::isUsable,
        !history.damages().isEmpty(),
        new Later(history.amendments(), history.undone(), history.lastUnreadable()));
  }

  private void leaveOut(UndoneTry one) {
    undone.addAll(one.entries());
    one.voids().ifPresent(began -> voidPoints.add(one.epoch(), began));
  }

  /** A call inside another one may have ended in a try of that which was put back. */
  private boolean isUncertain(Checkpoint checkpoint) {
    return checkpoint.seq() < lastUnreadable && checkpoint.call().path().keys().size() > 1;
  }

  /** The earliest point at which a call whose record cannot be read may have begun. */
  private static long firstMissing(List<Checkpoint> checkpoints) {
    Set<Long> known = new HashSet<>();
    checkpoints.forEach(checkpoint -> known.add(checkpoint.call().began()));
    return LongStream.iterate(1, began -> began + 1)
        .filter(began -> !known.contains(began))
        .findFirst()
        .orElseThrow();
  }

  private void index(Checkpoint checkpoint) {
    CallPath path = checkpoint.call().path();
    CallKey key = path.last();
    Places places = groups.computeIfAbsent(Group.of(path.parent(), key), g -> new Places());
    SameStage sameStage = byStage.computeIfAbsent(StageOfParent.of(path), s -> new SameStage());
    Optional.ofNullable(places.recorded.put(key.occurrence(), checkpoint))
        .ifPresent(sameStage::replaced);
    sameStage.add(checkpoint);
  }

  /** The note of a call that ran in the place of a record that began at this point. */
  public static String voidNote(long began) {
    return VoidPoints.NOTE + began;
  }

  /** Whether a note speaks of other entries of its log, so that it means nothing elsewhere. */
  public static boolean isOnEntries(String note) {
    return note.startsWith(VoidPoints.NOTE) || Untold.isOne(note);
  }

  @Override
  public synchronized Place take(
      Caller caller, String stage, String discriminator, boolean inputsAlone) {
    CallPath parent = caller.path();
    Places places =
        groups.computeIfAbsent(new Group(parent, stage, discriminator), g -> new Places());
    int occurrence = places.take(entriesMissing);
    CallPath path = parent.child(new CallKey(stage, discriminator, occurrence));
    Optional<Checkpoint> record = Optional.ofNullable(places.recorded.get(occurrence));
    record.ifPresent(this::use);
    Place.Recorded recorded =
        record.map(checkpoint -> found(checkpoint, inputsAlone)).orElseGet(() -> nothing(path));
    return new Place(path, recorded, replacedPoint(recorded));
  }

  private Place.Recorded found(Checkpoint recorded, boolean inputsAlone) {
    if (!usable.test(recorded)) {
      return new Place.Damaged(recorded);
    }
    return !inputsAlone && voidPoints.cover(recorded)
        ? new Place.Voided(recorded)
        : new Place.Match(recorded);
  }

  private OptionalLong replacedPoint(Place.Recorded recorded) {
    LongStream known = recorded.replaced().stream().mapToLong(c -> c.call().began());
    boolean mayBeLost = entriesMissing && recorded.isNone();
    return LongStream.concat(known, mayBeLost ? LongStream.of(firstMissing) : LongStream.empty())
        .min();
  }

  private Place.Recorded nothing(CallPath path) {
    if (invalidations.mayHold(path)) {
      return new Place.Nothing("declared void by invalidate", Optional.empty());
    }
    if (byStage.isEmpty()) {
      return new Place.Nothing(entriesMissing ? unfinished() : "first attempt", Optional.empty());
    }
    SameStage sameStage = byStage.get(StageOfParent.of(path));
    if (sameStage == null) {
      return new Place.Nothing(unfinished(), Optional.empty());
    }
    Optional<Checkpoint> nearest = sameStage.nearest();
    boolean only = sameStage.isOnly();
    if (entriesMissing || nearest.isEmpty()) {
      return new Place.Nothing(unfinished(), nearest.filter(other -> only));
    }
    return new Place.OtherInputs(nearest.get(), only);
  }

  private void use(Checkpoint checkpoint) {
    Optional.ofNullable(byStage.get(StageOfParent.of(checkpoint.call().path())))
        .ifPresent(sameStage -> sameStage.use(checkpoint));
  }

  private String unfinished() {
    return entriesMissing
        ? "not finished before, or its record is among the damaged ones"
        : "not finished before";
  }

  /** What a record is worth to the next attempt. */
  public synchronized Standing standing(Checkpoint record) {
    if (undone.contains(record.seq())) {
      return Standing.UNDONE;
    }
    if (invalidations.contains(record)) {
      return Standing.INVALIDATED;
    }
    if (isUncertain(record)) {
      return Standing.UNCERTAIN;
    }
    Places places =
        groups.get(Group.of(record.call().path().parent(), record.call().path().last()));
    if (places == null
        || !record.equals(places.recorded.get(record.call().path().last().occurrence()))) {
      return Standing.REPLACED;
    }
    if (!usable.test(record)) {
      return Standing.DAMAGED;
    }
    return voidPoints.cover(record) ? Standing.VOID : Standing.COUNTS;
  }

  /** The earliest point at which a call may have begun whose record cannot be read. */
  public OptionalLong firstMissing() {
    return entriesMissing ? OptionalLong.of(firstMissing) : OptionalLong.empty();
  }

  @Override
  public synchronized void replace(Place place) {
    place.recorded().replaced().ifPresent(this::use);
    place.replaces().ifPresent(this::makeVoidAfter);
  }

  @Override
  public synchronized void makeVoidAfter(long began) {
    voidPoints.add(Long.MAX_VALUE, began);
  }

  /** The records of a stage under one parent, in the order of the log. */
  private static final class SameStage {
    private final NavigableMap<Long, Checkpoint> unused = new TreeMap<>();
    private int size;

    void add(Checkpoint checkpoint) {
      unused.put(checkpoint.seq(), checkpoint);
      size++;
    }

    void replaced(Checkpoint older) {
      unused.remove(older.seq());
      size--;
    }

    void use(Checkpoint checkpoint) {
      unused.remove(checkpoint.seq());
    }

    Optional<Checkpoint> nearest() {
      return Optional.ofNullable(unused.firstEntry()).map(Map.Entry::getValue);
    }

    boolean isOnly() {
      return size == 1;
    }
  }

  /**
   * A call's place in the run.
   *
   * @param path the call with its number among equals
   * @param recorded what earlier attempts recorded there
   * @param replaces the point after which earlier records no longer count if the call runs
   */
  public record Place(CallPath path, Recorded recorded, OptionalLong replaces) {

    /** What earlier attempts recorded for a place. */
    public sealed interface Recorded {
      /** The record that the call replaces if it runs. */
      default Optional<Checkpoint> replaced() {
        return Optional.empty();
      }

      /** The record that no other call will find. */
      default Optional<Checkpoint> taken() {
        return replaced();
      }

      /** Whether there is no record of exactly this call. */
      default boolean isNone() {
        return false;
      }
    }

    /** Exactly this call. */
    public record Match(Checkpoint checkpoint) implements Recorded {
      @Override
      public Optional<Checkpoint> replaced() {
        return Optional.of(checkpoint);
      }
    }

    /**
     * This call, but it no longer counts.
     *
     * @param reason in words
     */
    public record Voided(Checkpoint checkpoint, String reason) implements Recorded {
      /** One that an earlier call precedes which ran anew since. */
      public Voided(Checkpoint checkpoint) {
        this(checkpoint, "an earlier call ran anew, so its record no longer counts");
      }

      @Override
      public Optional<Checkpoint> taken() {
        return Optional.of(checkpoint);
      }
    }

    /** This call, but its bytes are missing. */
    public record Damaged(Checkpoint checkpoint) implements Recorded {
      @Override
      public Optional<Checkpoint> replaced() {
        return Optional.of(checkpoint);
      }
    }

    /**
     * The same stage under the same parent with other inputs.
     *
     * @param nearest the first such record not yet used
     * @param only whether it is the stage's only one there
     */
    public record OtherInputs(Checkpoint nearest, boolean only) implements Recorded {
      @Override
      public Optional<Checkpoint> replaced() {
        return Optional.of(nearest).filter(unused -> only);
      }

      @Override
      public boolean isNone() {
        return true;
      }
    }

    /**
     * Nothing that is known to be comparable.
     *
     * @param reason in words
     * @param replaced the stage's only record there, where it may be another call's
     */
    public record Nothing(String reason, Optional<Checkpoint> replaced) implements Recorded {
      @Override
      public boolean isNone() {
        return true;
      }
    }
  }

  private record Group(CallPath parent, String stage, String discriminator) {
    static Group of(CallPath parent, CallKey key) {
      return new Group(parent, key.stage(), key.discriminator());
    }
  }

  private record StageOfParent(CallPath parent, String stage) {
    static StageOfParent of(CallPath path) {
      return new StageOfParent(path.parent(), path.last().stage());
    }
  }

  /** The numbers of equal calls: recorded ones are used first, in recorded order. */
  private static final class Places {
    private final Map<Integer, Checkpoint> recorded = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();

    int take(boolean gapsAreRecords) {
      int occurrence = gapsAreRecords ? firstFree() : nextRecorded().orElseGet(this::firstFree);
      taken.add(occurrence);
      return occurrence;
    }

    private Optional<Integer> nextRecorded() {
      return recorded.entrySet().stream()
          .filter(entry -> !taken.contains(entry.getKey()))
          .min(Comparator.comparingLong(entry -> entry.getValue().call().began()))
          .map(Map.Entry::getKey);
    }

    private int firstFree() {
      int occurrence = 0;
      while (taken.contains(occurrence)) {
        occurrence++;
      }
      return occurrence;
    }
  }
}
