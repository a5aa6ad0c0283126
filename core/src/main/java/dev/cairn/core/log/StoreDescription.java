package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.entry.EntryWriter;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.Json;
import dev.cairn.core.log.entry.JsonText;
import dev.cairn.core.log.entry.MalformedException;
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

  private StoreDescription() {}

  /** Checks a store that must exist. */
  static void require(Storage storage) {
    if (!check(storage)) {
      throw StoreException.rejected(
          storage.name(),
          "Cannot open the store "
              + storage.name()
              + ": expected "
              + KEY
              + " in it, found none; name the store that cairn.store named when the program ran",
          null);
    }
  }

  /** Checks a store, or makes a new one after trying the storage out. */
  static void requireOrCreate(Storage storage, RunStoreOptions options) {
    if (!check(storage)) {
      WriterRace.run(storage, StoreAccess.newId(options));
      storage.putIfAbsent(KEY, describe(options).toPayload());
      require(storage);
    }
  }

  private static HashedLine describe(RunStoreOptions options) {
    return JsonText.line(
        json ->
            json.number("format", EntryWriter.FORMAT)
                .text("storeId", StoreAccess.newId(options).toString())
                .text("created", options.clock().instant().toString())
                .text("encryption", PLAIN));
  }

  private static boolean check(Storage storage) {
    Optional<StoredObject> stored = storage.get(KEY);
    if (stored.isEmpty()) {
      return false;
    }
    try (StoredObject object = stored.get()) {
      requireKnown(Json.parse(HashedLine.read(object)), storage);
      return true;
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

  private static void requireKnown(Json json, Storage storage) throws MalformedException {
    long format = json.number("format");
    if (format != EntryWriter.FORMAT) {
      throw unknown(storage, "format " + EntryWriter.FORMAT, "format " + format);
    }
    json.text("storeId");
    String encryption = json.text("encryption");
    if (!encryption.equals(PLAIN)) {
      throw unknown(storage, "a plain store", "one encrypted with a " + encryption);
    }
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
