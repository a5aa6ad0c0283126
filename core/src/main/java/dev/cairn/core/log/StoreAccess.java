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

  // RFC 9562 keeps six bits of a random id for saying that it is one.
  private static final long VERSION_MASK = 0xf000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
  private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

  static StoreAccess of(Storage storage, StoreThreads threads, RunStoreOptions options) {
    Owner self = options.host().self(newId(options).toString());
    return new StoreAccess(storage, threads, options, self);
  }

  /** A random id that never comes twice. */
  static UUID newId(RunStoreOptions options) {
    long high = options.random().nextLong() & ~VERSION_MASK | VERSION_4;
    long low = options.random().nextLong() & ~VARIANT_MASK | VARIANT_2;
    return new UUID(high, low);
  }
}
