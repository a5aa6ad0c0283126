package dev.cairn.core.storage.directory;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cache in the folder {@code cache/} of a store, made when something is first written. Where the
 * store is another user's, or cannot be written, nothing is: a folder that its owner cannot use
 * would be left behind.
 */
public final class CacheFolder implements Cache {
  private static final String FOLDER = "cache";

  private final Path store;
  private final Path folder;
  private final DurableFiles files = new DurableFiles(FileEffect.Observer.NONE);

  /** The cache of a store. */
  public CacheFolder(Path store) {
    this.store = store.toAbsolutePath().normalize();
    this.folder = this.store.resolve(FOLDER);
  }

  @Override
  public Optional<Payload> read(String name) {
    try (Storage storage = DirectoryStorage.openAsItIs(folder)) {
      return storage.get(new StorageKey(name)).flatMap(CacheFolder::content);
    } catch (StoreException absent) {
      return Optional.empty();
    }
  }

  private static Optional<Payload> content(StoredObject object) {
    try (object) {
      return Optional.of(Payload.of(object.stream().readAllBytes()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, Payload content) {
    if (!isOurs()) {
      return;
    }
    try (Storage storage = DirectoryStorage.open(folder)) {
      storage.touch(new StorageKey(name), content);
    } catch (StoreException full) {
      // what is not kept is read again
    }
  }

  private boolean isOurs() {
    try {
      files.makeFolder(folder);
      boolean ours = Files.getOwner(folder).equals(Files.getOwner(store));
      if (!ours) {
        files.remove(folder);
      }
      return ours && Files.isWritable(folder);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
