package dev.cairn.core.engine.programs;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.WatchedStorage;
import java.util.function.Supplier;

/** The storage as a process sees it that may be gone before or after any of its calls. */
final class CrashingStorage extends WatchedStorage {
  private final CrashSwitch crash;
  private final Baton baton;

  CrashingStorage(Storage storage, CrashSwitch crash, Baton baton) {
    super(storage);
    this.crash = crash;
    this.baton = baton;
  }

  @Override
  protected <T> T around(String task, Supplier<T> call) {
    crash.pass();
    if (task.startsWith("get ")) {
      baton.pass();
    }
    T result = call.get();
    crash.pass();
    return result;
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    if (!crash.isGone()) {
      super.touch(key, content);
    }
  }
}
