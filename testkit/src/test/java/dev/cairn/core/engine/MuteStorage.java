package dev.cairn.core.engine;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;

/** The storage of a process whose signs of life reach nobody: others may take its runs over. */
final class MuteStorage extends ForwardingStorage {
  MuteStorage(Storage storage) {
    super(storage);
  }

  @Override
  public void touch(StorageKey key, Payload content) {}

  /** The storage is another process's as well. */
  @Override
  public void close() {}
}
