package dev.cairn.core.log.keys;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.SealedForm;
import dev.cairn.core.seal.crypt.StoreKeys;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A storage of which another one sees encrypted objects only. Each can be read in its own place and
 * no other.
 */
final class EncryptedStorage extends ForwardingStorage {
  private final Supplier<StoreKeys> newest;
  private final RandomGenerator random;
  private volatile StoreKeys keys;

  /**
   * Encrypts what comes to a storage.
   *
   * @param keys those that there were at the opening
   * @param newest those that there are now: another process may have rotated them since
   */
  EncryptedStorage(
      Storage storage, StoreKeys keys, Supplier<StoreKeys> newest, RandomGenerator random) {
    super(storage);
    this.keys = keys;
    this.newest = newest;
    this.random = random;
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    return super.putIfAbsent(key, sealed(key, content));
  }

  @Override
  public void put(StorageKey key, Payload content) {
    super.put(key, sealed(key, content));
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    super.touch(key, sealed(key, content));
  }

  private Payload sealed(StorageKey key, Payload content) {
    return keys.seal(key.path(), content, random);
  }

  @Override
  public Optional<StoredObject> get(StorageKey key) {
    return super.get(key).map(stored -> opened(key, stored));
  }

  private StoredObject opened(StorageKey key, StoredObject stored) {
    try {
      byte[] head = SealedForm.readHead(stored.stream());
      InputStream content = keysFor(head).open(key.path(), head, stored.stream());
      return new StoredObject(SealedForm.contentBytes(stored.sizeBytes()), content);
    } catch (IOException e) {
      return new StoredObject(0, new Unreadable(stored.stream(), e));
    }
  }

  private StoreKeys keysFor(byte[] head) throws IOException {
    if (!keys.know(head)) {
      keys = newest.get();
    }
    return keys;
  }

  /** What cannot be opened is damaged where it is read. */
  private static final class Unreadable extends FilterInputStream {
    private final IOException reason;

    Unreadable(InputStream stored, IOException reason) {
      super(stored);
      this.reason = reason;
    }

    @Override
    public int read() throws IOException {
      throw new IOException(reason.getMessage(), reason);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }
}
