package dev.cairn.testkit.storages;

import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;

class RetryingStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new RetryingStorage(new MemoryStorage());
  }
}
