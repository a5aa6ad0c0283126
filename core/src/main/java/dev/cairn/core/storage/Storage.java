package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import java.util.Optional;

/**
 * Where a store's bytes live: a directory, a bucket, a table. Everything above rests on {@link
 * #putIfAbsent} and on reads and listings that show at once what was written.
 *
 * <p>Called by Cairn's own threads only, by several at a time, a few times for each checkpoint; an
 * implementation is safe for that. It may be closed once; nothing is called afterwards. Objects are
 * up to gigabytes and are streamed in both directions.
 *
 * <p>Errors: {@link StoreException} only. A write that failed for certain is {@linkplain
 * StoreException#rejected rejected}; a write that may have happened is {@linkplain
 * StoreException#unavailable unavailable}, and whoever called finds out what became of it. Neither
 * leaves half an object visible under its key.
 *
 * <p>The suite {@code StorageContract} of the testkit checks all of this.
 */
public interface Storage extends AutoCloseable {

  /** How people know this storage: a path, a URI without credentials. Stands in messages. */
  String name();

  /**
   * Creates an object unless its key is taken: of any number of callers, in any number of
   * processes, exactly one ever succeeds for a key that nobody deletes.
   *
   * @return whether this call created it. In both cases what stands under the key is whole and
   *     durable when this returns
   */
  boolean putIfAbsent(StorageKey key, Payload content);

  /**
   * Creates or replaces an object; durable when this returns. Readers see the old one or the new.
   */
  void put(StorageKey key, Payload content);

  /**
   * Creates or replaces a sign of life: visible to all readers when this returns, atomic like
   * {@link #put}, but not durable. Called every few seconds.
   */
  void touch(StorageKey key, Payload content);

  /** Opens an object; empty where there is none. The caller closes it. */
  Optional<StoredObject> get(StorageKey key);

  /** Whether there is an object; where that cannot be found out, an error and no guess. */
  boolean exists(StorageKey key);

  /** What stands directly in a folder: everything whose writing had returned before, at least. */
  Listing list(StorageKey folder);

  /** Removes an object; one that is not there is no error. Durable when this returns. */
  void delete(StorageKey key);

  /** Frees what this storage holds. */
  @Override
  void close();
}
