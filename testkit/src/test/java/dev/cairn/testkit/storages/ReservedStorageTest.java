package dev.cairn.testkit.storages;

import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What a program writes to a directory, as another process sees it that only reads there. */
class ReservedStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  protected Storage open() {
    return DirectoryStorage.openReserved(folder);
  }

  @Override
  protected Storage seenByOthers(Storage opened) {
    return DirectoryStorage.openReadOnly(folder);
  }
}
