package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import org.junit.jupiter.api.Test;

/** Storages that break their promise, each of which must be found out before it is trusted. */
class SabotageTest {

  @Test
  void aStorageThatLetsSeveralWritersWinIsRefused() {
    Storage overwriting =
        new Broken() {
          @Override
          public boolean putIfAbsent(StorageKey key, Payload content) {
            put(key, content);
            return true;
          }
        };

    assertThatThrownBy(() -> Calls.open(overwriting))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("expected exactly one of 8 writers to win, found 8 winners");
  }

  @Test
  void aStorageThatLetsNobodyWinIsRefused() {
    Storage denying =
        new Broken() {
          @Override
          public boolean putIfAbsent(StorageKey key, Payload content) {
            return false;
          }
        };

    assertThatThrownBy(() -> Calls.open(denying))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("found 0 winners");
  }

  @Test
  void aStorageWhoseListingLagsBehindIsRefused() {
    Storage forgetful =
        new Broken() {
          @Override
          public Listing list(StorageKey folder) {
            return Listing.EMPTY;
          }
        };

    assertThatThrownBy(() -> Calls.open(forgetful))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("expected a listing that shows what was written");
  }

  @Test
  void aRefusedStorageIsNotMadeAStore() {
    MemoryStorage memory = new MemoryStorage();
    Storage overwriting =
        new Broken(memory) {
          @Override
          public boolean putIfAbsent(StorageKey key, Payload content) {
            put(key, content);
            return true;
          }
        };

    assertThatThrownBy(() -> Calls.open(overwriting)).isInstanceOf(StoreException.class);

    assertThat(memory.keys()).isEmpty();
  }

  @Test
  void aSoundStorageIsTriedOutAndLeftClean() {
    MemoryStorage memory = new MemoryStorage();

    Calls.open(memory).close();

    assertThat(memory.keys()).containsExactly(new StorageKey("STORE.json"));
    assertThat(Calls.open(memory).create(KEY, 1, FACTS)).isPresent();
  }

  /** A memory storage, one method of which is replaced. */
  private static class Broken extends ForwardingStorage {
    Broken() {
      this(new MemoryStorage());
    }

    Broken(Storage storage) {
      super(storage);
    }
  }
}
