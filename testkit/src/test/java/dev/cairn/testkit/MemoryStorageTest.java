package dev.cairn.testkit;

import dev.cairn.core.storage.Storage;

class MemoryStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new MemoryStorage();
  }
}
