package dev.cairn.testkit;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Stamp;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A storage in memory. Several stores may be opened on one, one after the other or at once, as if
 * by several processes: closing it does nothing. Safe for use by many threads.
 */
public final class MemoryStorage implements Storage {
  private final ConcurrentMap<String, Payload> objects = new ConcurrentSkipListMap<>();

  /** The keys of all objects, in order. */
  public List<StorageKey> keys() {
    return objects.keySet().stream().map(StorageKey::new).toList();
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    return objects.putIfAbsent(key.path(), content) == null;
  }

  @Override
  public void put(StorageKey key, Payload content) {
    objects.put(key.path(), content);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    put(key, content);
  }

  @Override
  public Optional<StoredObject> get(StorageKey key) {
    return Optional.ofNullable(objects.get(key.path()))
        .map(content -> new StoredObject(content.sizeBytes(), content.open()));
  }

  @Override
  public boolean exists(StorageKey key) {
    return objects.containsKey(key.path());
  }

  @Override
  public Listing list(StorageKey folder) {
    String prefix = folder.path() + "/";
    TreeSet<String> folders = new TreeSet<>();
    Map<String, Stamp> names = new HashMap<>();
    for (String path : objects.keySet()) {
      Payload content = objects.get(path);
      if (path.startsWith(prefix) && content != null) {
        String rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        if (slash < 0) {
          names.put(rest, stamp(content));
        } else {
          folders.add(rest.substring(0, slash));
        }
      }
    }
    return new Listing(List.copyOf(folders), List.copyOf(names.keySet()), names);
  }

  private static Stamp stamp(Payload content) {
    return new Stamp(content.sizeBytes(), 0, System.identityHashCode(content));
  }

  @Override
  public void delete(StorageKey key) {
    objects.remove(key.path());
  }

  @Override
  public void close() {
    // The objects outlive whoever opened them.
  }
}
