package dev.cairn.testkit;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
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
public abstract class WatchedStorage extends ForwardingStorage {

  /** Passes calls on to a super. */
  protected WatchedStorage(Storage storage) {
    super(storage);
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
  public final boolean putIfAbsent(StorageKey key, Payload content) {
    return around("putIfAbsent " + key, () -> super.putIfAbsent(key, content));
  }

  @Override
  public final void put(StorageKey key, Payload content) {
    around("put " + key, () -> done(() -> super.put(key, content)));
  }

  @Override
  public final Optional<StoredObject> get(StorageKey key) {
    return around("get " + key, () -> super.get(key));
  }

  @Override
  public final boolean exists(StorageKey key) {
    return around("exists " + key, () -> super.exists(key));
  }

  @Override
  public final Listing list(StorageKey folder) {
    return around("list " + folder, () -> super.list(folder));
  }

  @Override
  public final void delete(StorageKey key) {
    around("delete " + key, () -> done(() -> super.delete(key)));
  }

  private static boolean done(Runnable effect) {
    effect.run();
    return true;
  }
}
