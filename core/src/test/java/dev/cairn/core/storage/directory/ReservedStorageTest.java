package dev.cairn.core.storage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservedStorageTest {
  private static final StorageKey PACK = new StorageKey("runs/p/1/packs/a.pack");
  private static final StorageKey ENTRY = new StorageKey("runs/p/1/00000001.json");
  private static final Payload LARGE = Payload.of(new byte[1 << 20]);
  private static final Payload SMALL = Payload.of(new byte[500]);

  @TempDir Path folder;

  private final Disk disk = new Disk();

  /** Full for as long as the reserve is there; forever, if nothing frees any space. */
  private final class Disk implements FileEffect.Observer {
    private boolean full;
    private boolean forEver;

    @Override
    public void before(FileEffect effect, Path path) throws IOException {
      if (effect == FileEffect.WRITE && full && (forEver || Files.exists(reserve()))) {
        throw new FileSystemException(path.toString(), null, "No space left on device");
      }
    }
  }

  private Path reserve() {
    return folder.resolve(Reserve.NAME);
  }

  private Storage opened() {
    return new RetryingStorage(DirectoryStorage.openReserved(folder, disk));
  }

  @Test
  void aStoreKeepsAReserve() throws IOException {
    opened().close();

    assertThat(Files.size(reserve())).isEqualTo(Reserve.BYTES);
  }

  @Test
  void whatIsSmallIsWrittenInTheRoomOfTheReserve() {
    Storage storage = opened();
    disk.full = true;

    assertThat(storage.putIfAbsent(ENTRY, SMALL)).isTrue();

    assertThat(reserve()).doesNotExist();
    assertThat(storage.exists(ENTRY)).isTrue();
  }

  @Test
  void whatIsLargeIsRefusedAndLeavesTheReserveForWhatIsSmall() {
    Storage storage = opened();
    disk.full = true;

    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> storage.putIfAbsent(PACK, LARGE))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.isFull() && !e.retryable()).isTrue());
      assertThat(reserve()).exists();
    }

    assertThat(storage.exists(PACK)).isFalse();
    assertThat(storage.putIfAbsent(ENTRY, SMALL)).isTrue();
  }

  @Test
  void aStoreOnAFullDiskCanBeOpenedToDeleteFromIt() {
    opened().putIfAbsent(PACK, LARGE);
    disk.full = true;

    Storage storage = opened();
    storage.delete(PACK);

    assertThat(storage.exists(PACK)).isFalse();
    assertThat(reserve()).doesNotExist();
  }

  @Test
  void theNextProcessTakesTheReserveAgain() {
    Storage storage = opened();
    disk.full = true;
    storage.putIfAbsent(ENTRY, SMALL);
    disk.full = false;

    opened().close();

    assertThat(reserve()).exists();
  }

  @Test
  void withNoRoomForAReserveAStoreDoesWithout() {
    disk.full = true;
    opened().close();
    disk.forEver = true;

    assertThatThrownBy(this::opened)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("No space left on device");
  }

  @Test
  void aDiskThatIsFullWithoutAReserveIsToldAndAskedAgain() {
    Storage storage = opened();
    disk.full = true;
    disk.forEver = true;

    assertThatThrownBy(() -> storage.putIfAbsent(ENTRY, SMALL))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isFull()).isTrue());
    disk.full = false;

    assertThat(storage.putIfAbsent(ENTRY, SMALL)).isTrue();
  }

  @Test
  void otherFailuresTouchNoReserve() {
    Storage storage =
        DirectoryStorage.openReserved(
            folder,
            (effect, path) -> {
              if (effect == FileEffect.LINK && path.endsWith("00000001.json")) {
                throw new FileSystemException(path.toString(), null, "Input/output error");
              }
            });

    assertThatThrownBy(() -> storage.putIfAbsent(ENTRY, SMALL))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isFull()).isFalse());
    assertThat(reserve()).exists();
  }
}
