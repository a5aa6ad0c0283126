package dev.cairn.testkit;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A storage whose every call goes through one method, which may count it, delay it, prevent it, or
 * stop the process. Signs of life, which come from a timer, are passed on without it.
 */
public abstract class WatchedStorage implements Storage {
  private final Storage storage;

  /** Passes calls on to a storage. */
  protected WatchedStorage(Storage storage) {
    this.storage = storage;
  }

  /**
   * Makes one call.
   *
   * @param task what it does and to which key, for messages
   * @param call makes it
   * @return what the call returned, or is said to have returned
   */
  protected abstract <T> T around(String task, Supplier<T> call);

  @Override
  public final String name() {
    return storage.name();
  }

  @Override
  public final boolean putIfAbsent(StorageKey key, Payload content) {
    return around("putIfAbsent " + key, () -> storage.putIfAbsent(key, content));
  }

  @Override
  public final void put(StorageKey key, Payload content) {
    around("put " + key, () -> done(() -> storage.put(key, content)));
  }

  @Override
  public final void touch(StorageKey key, Payload content) {
    storage.touch(key, content);
  }

  @Override
  public final Optional<StoredObject> get(StorageKey key) {
    return around("get " + key, () -> storage.get(key));
  }

  @Override
  public final boolean exists(StorageKey key) {
    return around("exists " + key, () -> storage.exists(key));
  }

  @Override
  public final Listing list(StorageKey folder) {
    return around("list " + folder, () -> storage.list(folder));
  }

  @Override
  public final void delete(StorageKey key) {
    around("delete " + key, () -> done(() -> storage.delete(key)));
  }

  @Override
  public final void close() {
    storage.close();
  }

  private static boolean done(Runnable effect) {
    effect.run();
    return true;
  }
}
