package dev.cairn.testkit.storages;

import dev.cairn.core.log.keys.StoreEncryption;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

class EncryptedStorageTest extends StorageContract {
  private final MemoryStorage memory = new MemoryStorage();

  @Override
  protected Storage open() {
    return encrypted(2);
  }

  /** By a process that opens the store with the same key. */
  @Override
  protected Storage seenByOthers(Storage opened) {
    return encrypted(3);
  }

  private Storage encrypted(long seed) {
    Secret secret = Secret.key(Secret.newKey(new Random(1)), "a test");
    StoreEncryption encryption =
        new StoreEncryption(memory, Optional.of(secret), InstantSource.system(), new Random(seed));
    String id = encryption.newStoreId("store");
    return encryption.encrypted(encryption.keys(true, id).orElseThrow());
  }
}
