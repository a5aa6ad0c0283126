package dev.cairn.core.storage;

import dev.cairn.core.model.Payload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A storage over another one that keeps in memory what is written to it: whoever uses it sees the
 * other one with those changes, and nothing reaches that. Safe for use by many threads.
 */
public final class UnwrittenStorage extends ForwardingStorage {
  private final Map<String, Payload> written = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();

  /** Reads from a storage, and closes it. */
  public UnwrittenStorage(Storage storage) {
    super(storage);
  }

  @Override
  public synchronized boolean putIfAbsent(StorageKey key, Payload content) {
    if (exists(key)) {
      return false;
    }
    put(key, content);
    return true;
  }

  @Override
  public synchronized void put(StorageKey key, Payload content) {
    deleted.remove(key.path());
    written.put(key.path(), content);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    put(key, content);
  }

  @Override
  public synchronized Optional<StoredObject> get(StorageKey key) {
    Payload own = written.get(key.path());
    if (own != null) {
      return Optional.of(new StoredObject(own.sizeBytes(), own.open()));
    }
    return deleted.contains(key.path()) ? Optional.empty() : super.get(key);
  }

  @Override
  public synchronized boolean exists(StorageKey key) {
    return written.containsKey(key.path()) || (!deleted.contains(key.path()) && super.exists(key));
  }

  @Override
  public synchronized Listing list(StorageKey folder) {
    Listing below = super.list(folder);
    Set<String> folders = new TreeSet<>(below.folders());
    Set<String> objects = new TreeSet<>(below.objects());
    String prefix = folder.path() + "/";
    written.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).split("/", 2))
        .forEach(names -> (names.length == 1 ? objects : folders).add(names[0]));
    objects.removeIf(name -> deleted.contains(prefix + name));
    return new Listing(folders.stream().toList(), objects.stream().toList());
  }

  @Override
  public synchronized void delete(StorageKey key) {
    written.remove(key.path());
    deleted.add(key.path());
  }
}
