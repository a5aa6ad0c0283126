package dev.cairn.core.log;

import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StoreThreads;
import java.util.UUID;

/**
 * What everything in an opened store works with.
 *
 * @param storage where it lives
 * @param threads where input and output happens
 * @param options how this process uses it
 * @param self this process
 */
record StoreAccess(Storage storage, StoreThreads threads, RunStoreOptions options, Owner self) {

  static StoreAccess of(Storage storage, StoreThreads threads, RunStoreOptions options) {
    Owner self = options.host().self(newId(options).toString());
    return new StoreAccess(storage, threads, options, self);
  }

  /** A random id that never comes twice. */
  static UUID newId(RunStoreOptions options) {
    return new UUID(options.random().nextLong(), options.random().nextLong());
  }
}
