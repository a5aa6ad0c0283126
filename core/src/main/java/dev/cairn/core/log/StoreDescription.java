package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.entry.EntryWriter;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.Json;
import dev.cairn.core.log.entry.JsonText;
import dev.cairn.core.log.entry.MalformedException;
import dev.cairn.core.log.keys.StoreEncryption;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import dev.cairn.core.storage.WriterRace;
import java.io.IOException;
import java.util.Optional;

/** {@code STORE.json}: says what a store is. Written once. */
final class StoreDescription {
  private static final StorageKey KEY = new StorageKey("STORE.json");
  private static final String PLAIN = "none";
  private static final String KEYRING = "keyring";

  private StoreDescription() {}

  /**
   * What a store says of itself.
   *
   * @param storeId unique
   * @param encrypted whether its objects are
   */
  record Found(String storeId, boolean encrypted) {}

  /** Checks a store that must exist. */
  static Found require(Storage storage) {
    return check(storage).orElseThrow(() -> missing(storage));
  }

  private static StoreException missing(Storage storage) {
    return StoreException.rejected(
        storage.name(),
        "Cannot open the store "
            + storage.name()
            + ": expected "
            + KEY
            + " in it, found none; name the store that cairn.store named when the program ran",
        null);
  }

  /** Checks a store, or makes a new one after trying the storage out. */
  static Found requireOrCreate(
      Storage storage, RunStoreOptions options, StoreEncryption encryption) {
    Optional<Found> there = check(storage);
    if (there.isPresent()) {
      return settled(there.get(), encryption);
    }
    WriterRace.run(storage, StoreAccess.newId(options));
    String id = encryption.newStoreId(StoreAccess.newId(options).toString());
    storage.putIfAbsent(KEY, describe(id, options, encryption.wanted()).toPayload());
    return require(storage);
  }

  private static Found settled(Found found, StoreEncryption encryption) {
    if (found.encrypted()) {
      encryption.settle();
    }
    return found;
  }

  private static HashedLine describe(String id, RunStoreOptions options, boolean encrypted) {
    return JsonText.line(
        json ->
            json.number("format", EntryWriter.FORMAT)
                .text("storeId", id)
                .text("created", options.clock().instant().toString())
                .text("encryption", encrypted ? KEYRING : PLAIN));
  }

  private static Optional<Found> check(Storage storage) {
    Optional<StoredObject> stored = storage.get(KEY);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = stored.get()) {
      return Optional.of(known(Json.parse(HashedLine.read(object)), storage));
    } catch (MalformedException e) {
      throw new DamagedException(
          KEY.path(),
          "Cannot open the store "
              + storage.name()
              + ": "
              + KEY
              + " is damaged, "
              + e.getMessage()
              + "; put a copy of it back. Nothing else was looked at or changed",
          e);
    } catch (IOException e) {
      throw StoreException.unavailable(
          KEY.path(), "Cannot read " + KEY + " in " + storage.name(), e);
    }
  }

  private static Found known(Json json, Storage storage) throws MalformedException {
    long format = json.number("format");
    if (format != EntryWriter.FORMAT) {
      throw unknown(storage, "format " + EntryWriter.FORMAT, "format " + format);
    }
    String encryption = json.text("encryption");
    if (!encryption.equals(PLAIN) && !encryption.equals(KEYRING)) {
      throw unknown(storage, "encryption none or keyring", encryption);
    }
    return new Found(json.text("storeId"), encryption.equals(KEYRING));
  }

  private static UnsupportedFormatException unknown(
      Storage storage, String expected, String found) {
    return new UnsupportedFormatException(
        storage.name(),
        "Cannot open the store "
            + storage.name()
            + ": expected "
            + expected
            + ", found "
            + found
            + "; use the version of Cairn that wrote it, or a later one");
  }
}
