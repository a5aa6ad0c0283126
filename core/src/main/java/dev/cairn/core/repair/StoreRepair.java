package dev.cairn.core.repair;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.Verification.Finding;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.event.Progress;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what is sound in a damaged store into a new one elsewhere, byte by byte: so what is there
 * has its hashes, its place in the log and its encryption, and where something is missing, that
 * shows. The damaged store is read only. For one thread and one repair.
 */
public final class StoreRepair {
  private static final StorageKey DESCRIPTION = new StorageKey("STORE.json");
  private static final StorageKey KEYS = new StorageKey("keys");
  private static final int CHUNK_BYTES = 1 << 20;

  private final RunStore store;
  private final Storage from;
  private final Progress progress;
  private final List<Finding> lost = new ArrayList<>();
  private final Set<String> unsound = new HashSet<>();
  private int runs;
  private int objects;
  private long bytes;

  /**
   * Repairs a store.
   *
   * @param store opened for reading; stays open
   * @param from where it lives, as it is stored; stays open
   */
  public StoreRepair(RunStore store, Storage from, Progress progress) {
    this.store = store;
    this.from = from;
    this.progress = progress;
  }

  /**
   * Writes it into an empty storage, its description last: what was broken off is no store.
   *
   * @throws StoreException if something is there already, or it cannot be written
   */
  public Repaired to(Storage target) {
    requireEmpty(target);
    lost.addAll(new Catalog(store).verify(run -> true, true, progress).findings());
    lost.forEach(finding -> unsound.add(finding.subject()));
    copyAll(KEYS, target);
    List<RunId> all = store.runs();
    try (Work work = progress.begin(new Task("writing", "runs", all.size(), Unit.STEPS))) {
      for (RunId run : all) {
        copy(run, target);
        work.advance(1);
      }
    }
    copy(DESCRIPTION, target);
    return new Repaired(runs, objects, bytes, List.copyOf(lost));
  }

  private static void requireEmpty(Storage target) {
    if (target.exists(DESCRIPTION) || !target.list(RunFolder.RUNS).folders().isEmpty()) {
      throw StoreException.rejected(
          target.name(),
          "Cannot repair to "
              + target.name()
              + ": expected an empty or a new directory, found a store, or what is left of one",
          null);
    }
  }

  private void copy(RunId run, Storage target) {
    RunFolder folder = new RunFolder(run);
    Optional<RunHistory> history = readable(run);
    if (history.isPresent()) {
      runs++;
      noteUnsoundPacks(history.get(), folder);
      copyAll(folder.packs(), target);
      copyAll(folder.key(), target);
    }
  }

  // Nothing can be made of entries whose first one is gone.
  private Optional<RunHistory> readable(RunId run) {
    try {
      return store.find(run).filter(StoreRepair::hasBeginning);
    } catch (StoreException e) {
      if (e.retryable()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What cannot be read of a checkpoint, or of the result, is told by its entry. */
  private void noteUnsoundPacks(RunHistory history, RunFolder folder) {
    Set<Long> entries = new HashSet<>();
    lost.stream()
        .filter(finding -> finding.run().equals(history.run()))
        .forEach(finding -> entries.add(finding.entry()));
    history.checkpoints().stream()
        .filter(one -> entries.contains(one.seq()))
        .flatMap(one -> one.payload().pack().stream())
        .forEach(pack -> unsound.add(folder.pack(pack).path()));
    history
        .result()
        .filter(result -> entries.contains(0L))
        .flatMap(result -> result.payload().pack())
        .ifPresent(pack -> unsound.add(folder.pack(pack).path()));
  }

  private static boolean hasBeginning(RunHistory history) {
    return history.opened().isPresent() || history.status() == RunHistory.Status.DELETED;
  }

  private void copyAll(StorageKey folder, Storage target) {
    Listing listing = from.list(folder);
    for (String name : listing.objects().stream().sorted().toList()) {
      StorageKey key = folder.resolve(name);
      boolean signOfLife = name.equals("hb");
      if (!signOfLife && !unsound.contains(key.path())) {
        copy(key, target);
      }
    }
  }

  private void copy(StorageKey key, Storage target) {
    Optional<Payload> content = from.get(key).map(object -> content(key, object));
    content.ifPresent(
        read -> {
          target.putIfAbsent(key, read);
          objects++;
          bytes += read.sizeBytes();
        });
  }

  private static Payload content(StorageKey key, StoredObject object) {
    try (object) {
      List<byte[]> chunks = new ArrayList<>();
      byte[] chunk = object.stream().readNBytes(CHUNK_BYTES);
      while (chunk.length > 0) {
        chunks.add(chunk);
        chunk = object.stream().readNBytes(CHUNK_BYTES);
      }
      return Payload.of(chunks);
    } catch (IOException e) {
      throw StoreException.unavailable(key.path(), "Cannot read " + key + ": " + e, e);
    }
  }
}
