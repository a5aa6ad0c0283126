package dev.cairn.testkit.tampering;

import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.MalformedException;
import dev.cairn.core.log.entry.Tombstone;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Storages through which a plain store deals with damage as it should not. */
final class Negligence {
  private Negligence() {}

  /** Removes an entry that is damaged. */
  static Storage cleaningUp(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public Optional<StoredObject> get(StorageKey key) {
        if (isDamaged(key, super.get(key))) {
          super.delete(key);
        }
        return super.get(key);
      }
    };
  }

  /** Tells nobody of an entry that is damaged. */
  static Storage skipping(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public Listing list(StorageKey folder) {
        Listing all = super.list(folder);
        List<String> sound =
            all.objects().stream()
                .filter(name -> !isDamaged(folder.resolve(name), get(folder.resolve(name))))
                .toList();
        return new Listing(all.folders(), sound);
      }
    };
  }

  /** Takes every mark of a deletion for that of the run that it is found in. */
  static Storage trustingMarks(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public Optional<StoredObject> get(StorageKey key) {
        return super.get(key).map(found -> Kind.of(key) == Kind.TOMB ? fitting(key) : found);
      }
    };
  }

  private static StoredObject fitting(StorageKey key) {
    String[] names = key.path().split("/", -1);
    RunId run = new RunId(names[1], names[2], Integer.parseInt(names[3]));
    var mark = Tombstone.of(run, "any", Instant.EPOCH);
    return new StoredObject(mark.sizeBytes(), mark.open());
  }

  private static boolean isDamaged(StorageKey key, Optional<StoredObject> found) {
    return Kind.of(key) == Kind.ENTRY && found.filter(Negligence::isDamaged).isPresent();
  }

  private static boolean isDamaged(StoredObject object) {
    try (object) {
      HashedLine.read(object);
      return false;
    } catch (MalformedException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
