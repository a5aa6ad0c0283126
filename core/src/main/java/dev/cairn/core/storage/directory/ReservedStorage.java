package dev.cairn.core.storage.directory;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;

/**
 * A directory's storage with a reserve. When something small cannot be written because the disk is
 * full, the reserve is given up, and the next try finds room; something large is not worth it, and
 * is from then on not even begun unless there is room. Safe for use by many threads.
 */
final class ReservedStorage extends ForwardingStorage {
  // an entry with a snapshot of the largest size that stands in one
  private static final long SMALL_BYTES = 128 * 1024;

  private final Reserve reserve;
  private final FreeSpace space;
  private volatile boolean wasFull;

  ReservedStorage(Storage storage, Reserve reserve, FreeSpace space) {
    super(storage);
    this.reserve = reserve;
    this.space = space;
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    requireRoom(key, content);
    try {
      return super.putIfAbsent(key, content);
    } catch (StoreException e) {
      throw noted(content.sizeBytes(), e);
    }
  }

  @Override
  public void put(StorageKey key, Payload content) {
    requireRoom(key, content);
    try {
      super.put(key, content);
    } catch (StoreException e) {
      throw noted(content.sizeBytes(), e);
    }
  }

  // some file systems write what they delete
  @Override
  public void delete(StorageKey key) {
    try {
      super.delete(key);
    } catch (StoreException e) {
      throw noted(0, e);
    }
  }

  private StoreException noted(long bytes, StoreException failure) {
    if (space.isTooLittle(bytes, failure)) {
      wasFull = true;
      if (bytes <= SMALL_BYTES) {
        reserve.giveUp();
      }
    }
    return failure;
  }

  /** A disk that was full is not filled again to its last byte, of which others need some. */
  private void requireRoom(StorageKey key, Payload content) {
    long bytes = content.sizeBytes();
    if (wasFull && bytes > SMALL_BYTES && space.isBelow(bytes)) {
      throw StoreException.full(
          key.path(),
          "Cannot write "
              + key
              + " to "
              + name()
              + ": expected room for "
              + bytes
              + " bytes, found less; free some, or prune the store",
          null);
    }
  }
}
