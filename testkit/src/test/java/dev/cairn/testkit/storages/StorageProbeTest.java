package dev.cairn.testkit.storages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StorageProbe;
import dev.cairn.core.storage.StoredObject;
import dev.cairn.core.storage.Trial;
import dev.cairn.core.storage.Trial.Result;
import dev.cairn.core.storage.Trials;
import dev.cairn.testkit.MemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each broken promise of a storage is found out, and told where it belongs. */
class StorageProbeTest {

  private static List<Trial> probe(Storage storage) {
    Trials trials = new Trials();
    StorageProbe.run(storage, new UUID(0, 7), trials);
    return trials.all();
  }

  private static List<String> broken(Storage storage) {
    return probe(storage).stream()
        .filter(trial -> trial.result() == Result.BROKEN)
        .map(Trial::name)
        .toList();
  }

  @Test
  void aSoundStorageHoldsEverythingAndIsLeftClean() {
    MemoryStorage memory = new MemoryStorage();

    assertThat(probe(memory)).hasSize(5).allMatch(trial -> trial.result() == Result.HOLDS, "holds");
    assertThat(memory.keys()).isEmpty();
  }

  @Test
  void severalWinnersAreFound() {
    Storage overwriting =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public boolean putIfAbsent(StorageKey key, Payload content) {
            put(key, content);
            return true;
          }
        };

    assertThat(broken(overwriting)).containsExactly("put if absent");
  }

  @Test
  void bytesThatComeBackOtherwiseAreFound() {
    Storage cutting =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public Optional<StoredObject> get(StorageKey key) {
            return super.get(key).filter(object -> object.sizeBytes() < 1 << 20);
          }
        };

    assertThat(broken(cutting)).containsExactly("read back");
  }

  @Test
  void listingsThatForgetAreFound() {
    Storage forgetful =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public Listing list(StorageKey folder) {
            Listing all = super.list(folder);
            return all.objects().size() < 20 ? all : Listing.EMPTY;
          }
        };

    assertThat(broken(forgetful)).containsExactly("listing");
  }

  @Test
  void replacedObjectsThatStayAreFound() {
    Storage stale =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public void put(StorageKey key, Payload content) {
            putIfAbsent(key, content);
          }
        };

    assertThat(broken(stale)).containsExactly("replace");
  }

  @Test
  void deletedObjectsThatStayAreFound() {
    Storage keeping =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public void delete(StorageKey key) {
            if (key.name().startsWith("round")) {
              super.delete(key);
            }
          }
        };

    assertThat(broken(keeping)).containsExactly("delete");
  }

  @Test
  void aRefusalIsToldInItsOwnWords() {
    Storage refusing =
        new ForwardingStorage(new MemoryStorage()) {
          @Override
          public void touch(StorageKey key, Payload content) {
            throw StoreException.rejected(key.path(), "Cannot touch: no rights", null);
          }
        };

    assertThat(probe(refusing))
        .filteredOn(trial -> trial.result() == Result.BROKEN)
        .singleElement()
        .returns("replace", Trial::name)
        .returns("Cannot touch: no rights", Trial::found);
  }
}
