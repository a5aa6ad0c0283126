package dev.cairn.testkit.tampering;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import dev.cairn.testkit.MemoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything in a storage. */
final class Content {
  private Content() {}

  static Map<StorageKey, byte[]> of(MemoryStorage storage) {
    Map<StorageKey, byte[]> all = new LinkedHashMap<>();
    storage.keys().forEach(key -> all.put(key, bytes(storage, key)));
    return all;
  }

  private static byte[] bytes(MemoryStorage storage, StorageKey key) {
    try (StoredObject object = storage.get(key).orElseThrow()) {
      return object.stream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MemoryStorage storage(Map<StorageKey, byte[]> content) {
    MemoryStorage storage = new MemoryStorage();
    content.forEach((key, bytes) -> storage.put(key, Payload.of(bytes)));
    return storage;
  }
}
