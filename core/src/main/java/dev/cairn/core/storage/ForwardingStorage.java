package dev.cairn.core.storage;

import dev.cairn.core.model.Payload;
import java.util.Optional;

/**
 * A storage that passes every call on to another one, and closes it: the base of storages that
 * change some of the calls. As safe for threads as the other one.
 */
public abstract class ForwardingStorage implements Storage {
  private final Storage storage;

  /** Passes everything on to a storage. */
  protected ForwardingStorage(Storage storage) {
    this.storage = storage;
  }

  @Override
  public String name() {
    return storage.name();
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    return storage.putIfAbsent(key, content);
  }

  @Override
  public void put(StorageKey key, Payload content) {
    storage.put(key, content);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    storage.touch(key, content);
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
    storage.delete(key);
  }

  @Override
  public void close() {
    storage.close();
  }
}
