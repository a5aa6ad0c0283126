package dev.cairn.core.log;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.log.entry.Tombstone;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Removes runs. An entry ends the log of a run before anything is removed, and a marker stays for
 * ever: so an owner that was paused meanwhile commits nothing into the emptiness, and nobody uses
 * the generation again. What a crash leaves, the next deletion removes.
 */
final class RunDeletion {
  private final StoreAccess access;

  RunDeletion(StoreAccess access) {
    this.access = access;
  }

  /** Deletes a run whose owner is gone. */
  void delete(RunHistory run) {
    if (run.status() != RunHistory.Status.DELETED) {
      end(run);
    }
    mark(run.folder());
    sweep(run.folder());
  }

  private void end(RunHistory run) {
    LogEnd end = LogEnd.after(access, run);
    appended(run, end.append(new Entry.Claimed(access.self(), access.options().silence())));
    appended(run, end.append(new Entry.Tomb()));
  }

  private static void appended(RunHistory run, Optional<Slot.Sound> written) {
    if (written.isEmpty()) {
      throw StoreException.unavailable(
          run.run().toString(),
          "Cannot delete " + run.run() + ": another attempt has just claimed it; try again",
          null);
    }
  }

  private void mark(RunFolder folder) {
    Payload marker =
        Tombstone.of(
            folder.run(),
            StoreAccess.newId(access.options()).toString(),
            access.options().clock().instant());
    access.storage().putIfAbsent(folder.tomb(), marker);
  }

  // Snapshots first: entries without them are reported, packs without entries are not even seen.
  private void sweep(RunFolder folder) {
    Storage storage = access.storage();
    objects(folder.packs()).forEach(storage::delete);
    objects(folder.key()).stream()
        .filter(object -> !object.equals(folder.tomb()))
        .sorted(Comparator.comparing(StorageKey::path).reversed())
        .forEach(storage::delete);
  }

  private List<StorageKey> objects(StorageKey folder) {
    return access.storage().list(folder).objects().stream().map(folder::resolve).toList();
  }
}
