package dev.cairn.testkit.storages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ReadOnlyStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.StorageContract;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadOnlyStorageTest extends StorageContract {
  private static final StorageKey KEY = new StorageKey("runs/1.json");
  private static final Payload CONTENT = Payload.of(new byte[] {1});

  @Override
  protected Storage open() {
    return new MemoryStorage();
  }

  @Override
  protected Storage seenByOthers(Storage opened) {
    return new ReadOnlyStorage(opened);
  }

  static Stream<Consumer<Storage>> writes() {
    return Stream.of(
        storage -> storage.putIfAbsent(KEY, CONTENT),
        storage -> storage.put(KEY, CONTENT),
        storage -> storage.touch(KEY, CONTENT),
        storage -> storage.delete(KEY));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void refusesEveryWriteAndChangesNothing(Consumer<Storage> write) {
    MemoryStorage memory = new MemoryStorage();
    StorageKey other = new StorageKey("runs/2.json");
    memory.put(other, CONTENT);

    assertThatThrownBy(() -> write.accept(new ReadOnlyStorage(memory)))
        .isInstanceOf(StoreException.class)
        .hasMessage("Cannot write runs/1.json: the store memory is open for reading");
    assertThat(memory.keys()).containsExactly(other);
  }
}
