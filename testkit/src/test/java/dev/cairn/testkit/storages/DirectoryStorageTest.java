package dev.cairn.testkit.storages;

import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStorageTest extends StorageContract {
  @TempDir Path folder;

  @Override
  protected Storage open() {
    return DirectoryStorage.open(folder.resolve("store"));
  }
}
