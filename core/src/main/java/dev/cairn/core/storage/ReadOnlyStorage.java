package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;

/** A storage that nothing is written to, whatever it could do itself. */
public final class ReadOnlyStorage extends ForwardingStorage {

  /** Reads from a storage, and closes it. */
  public ReadOnlyStorage(Storage storage) {
    super(storage);
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
  public void delete(StorageKey key) {
    throw refusal(key);
  }

  private StoreException refusal(StorageKey key) {
    return StoreException.rejected(
        key.path(), "Cannot write " + key + ": the store " + name() + " is open for reading", null);
  }
}
