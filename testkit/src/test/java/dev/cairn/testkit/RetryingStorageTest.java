package dev.cairn.testkit;

import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.layer.RetryingStorage;

class RetryingStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    return new RetryingStorage(new MemoryStorage());
  }
}
