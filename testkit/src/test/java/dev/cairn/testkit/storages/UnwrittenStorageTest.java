package dev.cairn.testkit.storages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.UnwrittenStorage;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnwrittenStorageTest extends StorageContract {
  private static final StorageKey FOLDER = new StorageKey("runs");
  private static final StorageKey OLD = FOLDER.resolve("old.json");
  private static final StorageKey NEW = FOLDER.resolve("new.json");
  private static final Payload CONTENT = Payload.of(new byte[] {1});

  @Override
  protected Storage open() {
    return new UnwrittenStorage(new MemoryStorage());
  }

  @Test
  void showsTheOtherStorageWithItsOwnChangesAndWritesNothingToIt() {
    MemoryStorage other = new MemoryStorage();
    other.put(OLD, CONTENT);
    UnwrittenStorage unwritten = new UnwrittenStorage(other);

    boolean taken = unwritten.putIfAbsent(OLD, CONTENT);
    boolean created = unwritten.putIfAbsent(NEW, CONTENT);
    unwritten.touch(FOLDER.resolve("1/beat"), CONTENT);
    Listing grown = unwritten.list(FOLDER);
    unwritten.delete(OLD);

    assertThat(taken).isFalse();
    assertThat(created).isTrue();
    assertThat(grown).isEqualTo(new Listing(List.of("1"), List.of("new.json", "old.json")));
    assertThat(unwritten.exists(OLD)).isFalse();
    assertThat(unwritten.get(OLD)).isEmpty();
    assertThat(unwritten.list(FOLDER).objects()).containsExactly("new.json");
    assertThat(other.keys()).containsExactly(OLD);
  }
}
