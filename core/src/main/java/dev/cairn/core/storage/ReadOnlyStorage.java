package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import java.util.Optional;

/** A storage that nothing is written to, whatever it could do itself. */
public final class ReadOnlyStorage implements Storage {
  private final Storage storage;

  /** Reads from a storage, and closes it. */
  public ReadOnlyStorage(Storage storage) {
    this.storage = storage;
  }

  @Override
  public String name() {
    return storage.name();
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    throw refusal(key);
  }

  @Override
  public void put(StorageKey key, Payload content) {
    throw refusal(key);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    throw refusal(key);
  }

  @Override
  public Optional<StoredObject> get(StorageKey key) {
    return storage.get(key);
  }

  @Override
  public boolean exists(StorageKey key) {
    return storage.exists(key);
  }

  @Override
  public Listing list(StorageKey folder) {
    return storage.list(folder);
  }

  @Override
  public void delete(StorageKey key) {
    throw refusal(key);
  }

  @Override
  public void close() {
    storage.close();
  }

  private StoreException refusal(StorageKey key) {
    return StoreException.rejected(
        key.path(), "Cannot write " + key + ": the store " + name() + " is open for reading", null);
  }
}
