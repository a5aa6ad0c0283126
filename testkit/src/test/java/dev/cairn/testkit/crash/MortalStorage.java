package dev.cairn.testkit.crash;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;

/** The storage of a process that may die: then nothing more comes through. */
final class MortalStorage extends ForwardingStorage {
  private volatile boolean dead;

  MortalStorage(Storage storage) {
    super(storage);
  }

  void die() {
    dead = true;
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    requireAlive(key);
    return super.putIfAbsent(key, content);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    requireAlive(key);
    super.touch(key, content);
  }

  @Override
  public void delete(StorageKey key) {
    requireAlive(key);
    super.delete(key);
  }

  private void requireAlive(StorageKey key) {
    if (dead) {
      throw StoreException.rejected(key.path(), "Cannot write " + key + ": died before", null);
    }
  }
}
