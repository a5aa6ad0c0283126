package dev.cairn.core.engine;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.util.Optional;

/** The storage of a process whose signs of life reach nobody: others may take its runs over. */
record MuteStorage(Storage storage) implements Storage {
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
  public void touch(StorageKey key, Payload content) {}

  @Override
  public Optional<StoredObject> get(StorageKey key) {
    return storage.get(key);
  }

  @Override
  public Listing list(StorageKey folder) {
    return storage.list(folder);
  }

  @Override
  public boolean exists(StorageKey key) {
    return storage.exists(key);
  }

  @Override
  public void delete(StorageKey key) {
    storage.delete(key);
  }

  @Override
  public void close() {}
}
