package dev.cairn.testkit.storages;

import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;

class MemoryStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new MemoryStorage();
  }
}
