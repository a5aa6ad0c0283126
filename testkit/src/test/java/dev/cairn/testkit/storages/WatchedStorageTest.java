package dev.cairn.testkit.storages;

import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage;
import dev.cairn.testkit.HaltingStorage;
import dev.cairn.testkit.HaltingStorage.Moment;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;
import org.junit.jupiter.api.Nested;

/** Whoever watches calls changes none but those that it is told to. */
class WatchedStorageTest {

  @Nested
  class FaultyStorageTest extends StorageContract {
    @Override
    protected Storage open() {
      return FaultyStorage.counting(new MemoryStorage());
    }
  }

  @Nested
  class HaltingStorageTest extends StorageContract {
    @Override
    protected Storage open() {
      return new HaltingStorage(new MemoryStorage(), 0, Moment.BEFORE);
    }
  }
}
