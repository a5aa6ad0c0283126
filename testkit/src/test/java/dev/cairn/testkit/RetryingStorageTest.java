package dev.cairn.testkit;

import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;

class RetryingStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new RetryingStorage(new MemoryStorage());
  }
}
