package dev.cairn.core.log;

import dev.cairn.core.log.entry.Chain;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.log.entry.Tenure;
import dev.cairn.core.log.entry.Tombstone;
import dev.cairn.core.log.index.KnownEntries;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.UndoneTry;
import dev.cairn.core.storage.StorageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in a run's log, as it was when it was read. A value; safe for use by many threads.
 */
public final class RunHistory {

  /** How a run stands. */
  public enum Status {
    /** It can be resumed. */
    UNFINISHED,
    /** Its entry method returned. */
    COMPLETE,
    /** It was deleted; its generation is never used again. */
    DELETED,
    /**
     * Its first entry is damaged or missing, or it has entries of a format that this Cairn does not
     * know: it cannot be resumed.
     */
    UNREADABLE
  }

  private final RunFolder folder;
  private final Chain chain;
  private final Optional<Tombstone> tombstone;
  private final List<Checkpoint> checkpoints;
  private final Set<Long> forgotten;
  private final Set<Long> unusable;
  private final List<Damage> damages;
  private final KnownEntries read;

  /**
   * @param read its entries, as they were read
   */
  RunHistory(
      RunFolder folder,
      Chain chain,
      Optional<Tombstone> tombstone,
      Set<String> packs,
      KnownEntries read) {
    this.read = read;
    this.folder = folder;
    this.chain = chain;
    this.tombstone = tombstone;
    this.checkpoints = commits(chain);
    this.forgotten = forgotten(chain);
    this.unusable = new HashSet<>(forgotten);
    List<Damage> missing = missing(packs);
    Stream<Damage> found =
        isSurelyDeleted()
            ? Stream.empty()
            : Stream.concat(chain.damages().stream(), missing.stream());
    this.damages = Stream.concat(doubtfulMark().stream(), found).toList();
  }

  /** Of a run that was not there yet. */
  static RunHistory none(RunFolder folder) {
    Chain nothing = Chain.follow(folder, List.of());
    return new RunHistory(folder, nothing, Optional.empty(), Set.of(), KnownEntries.none());
  }

  private static List<Checkpoint> commits(Chain chain) {
    return entries(chain)
        .filter(entry -> entry.body() instanceof Entry.Commit)
        .map(RunHistory::checkpoint)
        .toList();
  }

  private static Stream<Entry> entries(Chain chain) {
    return chain.links().stream().map(Slot.Sound::entry);
  }

  /** The checkpoint that a commit is. */
  static Checkpoint checkpoint(Entry entry) {
    Entry.Head head = entry.head();
    Entry.Commit commit = (Entry.Commit) entry.body();
    return new Checkpoint(
        head.run(), head.seq(), head.epoch(), head.at(), commit.call(), commit.payload().facts());
  }

  /** The amendment that such an entry is. */
  static Amendment amendment(Entry entry) {
    Entry.Amended amended = (Entry.Amended) entry.body();
    return new Amendment(
        entry.head().seq(), entry.head().at(), amended.kind(), amended.stage(), amended.detail());
  }

  private static Set<Long> forgotten(Chain chain) {
    Set<Long> forgotten = new HashSet<>();
    entries(chain)
        .filter(entry -> entry.body() instanceof Entry.Forgotten)
        .forEach(entry -> forgotten.addAll(((Entry.Forgotten) entry.body()).entries()));
    return forgotten;
  }

  /** In the log's order: so what becomes of a base is known before what is a delta of it. */
  private List<Damage> missing(Set<String> packs) {
    List<Damage> missing = new ArrayList<>();
    Set<Long> readable = new HashSet<>();
    for (Checkpoint checkpoint : checkpoints) {
      if (isUsable(checkpoint)) {
        lacking(checkpoint, packs, readable)
            .ifPresentOrElse(
                damage -> {
                  unusable.add(damage.seq());
                  missing.add(damage);
                },
                () -> readable.add(checkpoint.seq()));
      }
    }
    return missing;
  }

  private Optional<Damage> lacking(Checkpoint checkpoint, Set<String> packs, Set<Long> readable) {
    Optional<StorageKey> pack = checkpoint.payload().pack().map(folder::pack);
    if (pack.isPresent() && !packs.contains(pack.get().name())) {
      return Optional.of(new Damage(checkpoint.seq(), pack.get().path(), "a pack", "none"));
    }
    long base = checkpoint.payload().base();
    if (base != 0 && !readable.contains(base)) {
      String subject = folder.entry(checkpoint.seq()).path();
      String expected = "its base, entry " + base;
      return Optional.of(new Damage(checkpoint.seq(), subject, expected, "none that can be read"));
    }
    return Optional.empty();
  }

  /** Which run. */
  public RunId run() {
    return folder.run();
  }

  /** How it stands. */
  public Status status() {
    if (tombstone.isPresent() || isBuried()) {
      return Status.DELETED;
    }
    if (chain.opening().isEmpty() || chain.isNewer()) {
      return Status.UNREADABLE;
    }
    return end().isPresent() ? Status.COMPLETE : Status.UNFINISHED;
  }

  private boolean isBuried() {
    return last().map(Entry::body).filter(Entry.Tomb.class::isInstance).isPresent();
  }

  /** What is wrong with the mark of its deletion. */
  private Optional<Damage> doubtfulMark() {
    return tombstone.flatMap(Tombstone::damage);
  }

  /** What is left of it then is of no worth to anybody: its removal may not be at its end. */
  private boolean isSurelyDeleted() {
    return isBuried() || tombstone.isPresent() && doubtfulMark().isEmpty();
  }

  /** What is wrong with the mark of its deletion, where nothing else says that it was deleted. */
  Optional<Damage> doubtfulDeletion() {
    return isBuried() ? Optional.empty() : doubtfulMark();
  }

  private Optional<Entry> last() {
    return entries(chain).reduce((earlier, later) -> later);
  }

  private Optional<Entry.End> end() {
    return entries(chain)
        .map(Entry::body)
        .filter(Entry.End.class::isInstance)
        .map(Entry.End.class::cast)
        .findFirst();
  }

  /** What it said of itself when it opened; empty where that cannot be read. */
  public Optional<OpenFacts> opened() {
    return chain.opening().map(entry -> ((Entry.Open) entry.body()).facts());
  }

  /** When its first entry was written; the epoch's start where that cannot be read. */
  public Instant openedAt() {
    return chain.opening().map(entry -> entry.head().at()).orElse(Instant.EPOCH);
  }

  /** When its last readable entry was written; the epoch's start where there is none. */
  public Instant lastEntryAt() {
    return last().map(entry -> entry.head().at()).orElse(Instant.EPOCH);
  }

  /** Who claimed it last; {@link Owner#UNKNOWN} where that claim is damaged. */
  public Owner owner() {
    return Tenure.last(chain).map(Tenure::owner).orElse(Owner.UNKNOWN);
  }

  /** Every time that it was opened or claimed, in order, as far as can be read. */
  public List<Attempt> attempts() {
    return Tenure.all(chain).stream()
        .map(tenure -> new Attempt(tenure.epoch(), tenure.owner(), tenure.since()))
        .toList();
  }

  /** Its checkpoints in the log's order, forgotten ones included; damaged entries are none. */
  public List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  /** What people said about it, in the log's order. */
  public List<Amendment> amendments() {
    return entries(chain)
        .filter(entry -> entry.body() instanceof Entry.Amended)
        .map(RunHistory::amendment)
        .toList();
  }

  /** Its tries that were put back, in the log's order. */
  public List<UndoneTry> undone() {
    return entries(chain)
        .filter(entry -> entry.body() instanceof Entry.Undone)
        .map(RunHistory::undone)
        .toList();
  }

  private static UndoneTry undone(Entry entry) {
    Entry.Undone undone = (Entry.Undone) entry.body();
    return new UndoneTry(entry.head().epoch(), undone.entries(), undone.voids());
  }

  /**
   * The slots of the checkpoints that must be kept to read these: their bases, the bases of those,
   * and themselves. Nothing of it may be forgotten while one of them is needed.
   */
  public Set<Long> needed(Collection<Checkpoint> wanted) {
    Set<Long> needed = new HashSet<>();
    wanted.forEach(checkpoint -> needed.add(checkpoint.seq()));
    for (int i = checkpoints.size() - 1; i >= 0; i--) {
      Checkpoint checkpoint = checkpoints.get(i);
      if (needed.contains(checkpoint.seq()) && checkpoint.payload().isDelta()) {
        needed.add(checkpoint.payload().base());
      }
    }
    return needed;
  }

  /**
   * Whether a checkpoint's snapshot is neither forgotten nor missing. What is there may still turn
   * out to be damaged when it is read.
   */
  public boolean isUsable(Checkpoint checkpoint) {
    return !unusable.contains(checkpoint.seq());
  }

  /** The slot of the last entry that cannot be read; 0 where all can. */
  public long lastUnreadable() {
    return chain.damages().stream().mapToLong(Damage::seq).max().orElse(0);
  }

  /** Whether a checkpoint was given up. */
  public boolean isForgotten(Checkpoint checkpoint) {
    return forgotten.contains(checkpoint.seq());
  }

  /** What is damaged, as far as was looked: entries and missing packs. */
  public List<Damage> damages() {
    return damages;
  }

  /** What the entry method returned, where the run is complete and recorded it. */
  public Optional<RunResult> result() {
    return end()
        .flatMap(Entry.End::result)
        .map(ended -> new RunResult(ended.codec(), ended.classes(), ended.payload().facts()));
  }

  /** Figures that the run ended with, by name; none while it is unfinished. */
  public Map<String, String> totals() {
    return end().map(end -> end.said().totals()).orElse(Map.of());
  }

  /** What its attempts noted of themselves, by attempt, in the log's order. */
  public List<AttemptNotes> notes() {
    return entries(chain).flatMap(RunHistory::notes).toList();
  }

  /**
   * What one entry says of its attempt.
   *
   * @param epoch the attempt
   * @param notes as those of a call
   */
  public record AttemptNotes(long epoch, List<String> notes) {}

  private static Stream<AttemptNotes> notes(Entry entry) {
    List<String> notes =
        entry.body() instanceof Entry.Commit commit
            ? commit.call().notes()
            : entry.body() instanceof Entry.End end ? end.said().notes() : List.of();
    return notes.isEmpty()
        ? Stream.empty()
        : Stream.of(new AttemptNotes(entry.head().epoch(), notes));
  }

  RunFolder folder() {
    return folder;
  }

  Chain chain() {
    return chain;
  }

  /** What need not be read again while it is the same object; for a reading each. */
  KnownEntries known() {
    return read.again();
  }

  /** The slot of the last end entry. */
  long endSlot() {
    return entries(chain)
        .filter(entry -> entry.body() instanceof Entry.End)
        .mapToLong(entry -> entry.head().seq())
        .findFirst()
        .orElse(0);
  }
}
