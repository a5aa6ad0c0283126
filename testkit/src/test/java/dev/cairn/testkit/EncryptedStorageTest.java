package dev.cairn.testkit;

import dev.cairn.core.log.keys.StoreEncryption;
import dev.cairn.core.storage.Storage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

class EncryptedStorageTest extends StorageContract {
  @Override
  protected Storage open() {
    StoreEncryption encryption =
        new StoreEncryption(
            new MemoryStorage(), Optional.of(Calls.key(1)), InstantSource.system(), new Random(2));
    String id = encryption.newStoreId("store");
    return encryption.encrypted(encryption.keys(true, id).orElseThrow());
  }
}
