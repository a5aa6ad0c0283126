package dev.cairn.core.log;

import dev.cairn.core.log.entry.Chain;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.EntryReader;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.MalformedException;
import dev.cairn.core.log.entry.NewerException;
import dev.cairn.core.log.entry.PipelineName;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.log.entry.Tombstone;
import dev.cairn.core.log.index.KnownEntries;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Stamp;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads logs from a storage, whatever has become of them. Changes nothing. */
final class LogReader {
  // Each time somebody next door had removed something meanwhile.
  private static final int MOST_READINGS = 10;

  private final Storage storage;

  LogReader(Storage storage) {
    this.storage = storage;
  }

  /** All runs, by pipeline, key and generation. */
  List<RunId> runs() {
    List<RunId> runs = new ArrayList<>();
    for (String segment : storage.list(RunFolder.RUNS).folders()) {
      PipelineName.unescaped(segment).ifPresent(pipeline -> addRuns(pipeline, segment, runs));
    }
    runs.sort(
        Comparator.comparing(RunId::pipeline)
            .thenComparing(RunId::keyDigest)
            .thenComparing(RunId::generation));
    return runs;
  }

  private void addRuns(String pipeline, String segment, List<RunId> runs) {
    StorageKey folder = RunFolder.RUNS.resolve(segment);
    for (String digest : storage.list(folder).folders()) {
      if (digest.matches("[0-9a-f]{32}")) {
        generations(folder.resolve(digest))
            .forEach(generation -> runs.add(new RunId(pipeline, digest, generation)));
      }
    }
  }

  private List<Integer> generations(StorageKey key) {
    return storage.list(key).folders().stream()
        .map(RunFolder::generation)
        .filter(OptionalInt::isPresent)
        .map(OptionalInt::getAsInt)
        .toList();
  }

  /** The newest generation of a key that anything is left of. */
  Optional<RunHistory> newest(String pipeline, String keyDigest) {
    return generations(RunFolder.of(pipeline, keyDigest)).stream()
        .sorted(Comparator.reverseOrder())
        .map(generation -> find(new RunId(pipeline, keyDigest, generation)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * One run, if anything is left of it. An empty folder is nothing: whoever made it did not come to
   * writing the first entry. What looks damaged is looked at again where the folder has changed
   * since: what another process removes while this one reads is no damage.
   */
  Optional<RunHistory> find(RunId run) {
    return find(KnownEntries.none(), run);
  }

  /** The same, but for entries that are known: for a list. */
  Optional<RunHistory> find(KnownEntries known, RunId run) {
    RunFolder folder = new RunFolder(run);
    Found found = found(folder);
    Optional<RunHistory> history = history(folder, found, known);
    for (int readings = 1; readings < MOST_READINGS && isDamaged(history); readings++) {
      Found now = found(folder);
      if (now.isLike(found, folder)) {
        return history;
      }
      found = now;
      history = history(folder, found, known);
    }
    return history;
  }

  private static boolean isDamaged(Optional<RunHistory> history) {
    return history
        .filter(read -> !read.damages().isEmpty() || read.status() == RunHistory.Status.UNREADABLE)
        .isPresent();
  }

  /** What stands in a run's folder. */
  private record Found(Listing listing, Set<String> packs) {

    /** Whether the same stands there, but for the sign of life that comes again and again. */
    boolean isLike(Found other, RunFolder folder) {
      return packs.equals(other.packs)
          && Set.copyOf(listing.objects()).equals(Set.copyOf(other.listing.objects()))
          && stamps(folder).equals(other.stamps(folder));
    }

    private Map<String, Stamp> stamps(RunFolder folder) {
      Map<String, Stamp> stamps = new HashMap<>(listing.stamps());
      stamps.remove(folder.heartbeat().name());
      return stamps;
    }
  }

  private Found found(RunFolder folder) {
    Listing listing = storage.list(folder.key());
    return new Found(listing, packs(folder, listing));
  }

  private Optional<RunHistory> history(RunFolder folder, Found found, KnownEntries known) {
    Listing listing = found.listing();
    if (listing.objects().isEmpty() && found.packs().isEmpty()) {
      return Optional.empty();
    }
    Chain chain = Chain.follow(folder, slots(folder, listing, known));
    return Optional.of(
        new RunHistory(folder, chain, tombstone(folder, listing), found.packs(), known));
  }

  private Optional<Tombstone> tombstone(RunFolder folder, Listing listing) {
    boolean any = listing.objects().contains(folder.tomb().name());
    return any ? Tombstone.read(storage, folder) : Optional.empty();
  }

  private Set<String> packs(RunFolder folder, Listing listing) {
    boolean any = listing.folders().contains(folder.packs().name());
    return any ? Set.copyOf(storage.list(folder.packs()).objects()) : Set.of();
  }

  private List<Slot> slots(RunFolder folder, Listing listing, KnownEntries known) {
    SortedMap<Long, String> names = new TreeMap<>();
    for (String name : listing.objects()) {
      RunFolder.slot(name).ifPresent(slot -> names.put(slot, name));
    }
    names.remove(0L);
    List<Slot> slots = new ArrayList<>();
    names.forEach((seq, name) -> slots.add(slot(folder, seq, known, listing.stamps().get(name))));
    return slots;
  }

  private Slot slot(RunFolder folder, long seq, KnownEntries known, @Nullable Stamp stamp) {
    return known
        .find(seq, stamp)
        .orElseGet(() -> known.add(withoutBytes(slot(folder, seq)), stamp));
  }

  // The states of a long log need not be in memory at once.
  private static Slot withoutBytes(Slot slot) {
    if (slot instanceof Slot.Sound sound && sound.entry().body() instanceof Entry.Commit commit) {
      Entry.Commit slim = new Entry.Commit(commit.call(), commit.payload().withoutBytes());
      return new Slot.Sound(new Entry(sound.entry().head(), slim), sound.hash());
    }
    return slot;
  }

  /**
   * One slot with everything in it. An entry that cannot be read to its end is damaged; one that
   * the storage does not hand out, for want of rights perhaps, is an error.
   */
  Slot slot(RunFolder folder, long seq) {
    String subject = folder.entry(seq).path();
    try {
      HashedLine line = line(folder.entry(seq));
      return new Slot.Sound(EntryReader.entry(line, folder.run(), seq), line.hash());
    } catch (MalformedException e) {
      return new Slot.Broken(seq, e.asDamage(seq, subject));
    } catch (NewerException e) {
      return new Slot.Newer(
          seq,
          new Damage(seq, subject, "an entry of a known format", String.valueOf(e.getMessage())));
    }
  }

  private HashedLine line(StorageKey key) throws MalformedException {
    try (StoredObject object = open(key)) {
      return HashedLine.read(object);
    } catch (IOException e) {
      throw new MalformedException("a readable file", String.valueOf(e.getMessage()), e);
    }
  }

  private StoredObject open(StorageKey key) throws MalformedException {
    return storage.get(key).orElseThrow(() -> new MalformedException("an entry", "none"));
  }
}
