package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A storage that tries a failed write once more and finds out what became of a write with an
 * unknown outcome. If the second try fails too, nothing more is written through it: a device that
 * loses writes is not asked a third time. One that was full both times has lost nothing, and is
 * asked again.
 *
 * <p>To tell its own object from another's it compares bytes; so every object that is {@linkplain
 * #putIfAbsent put if absent} holds something that nobody else writes, a random id or salt. Signs
 * of life are neither tried again nor stopped. Safe for use by many threads.
 */
public final class RetryingStorage extends ForwardingStorage {
  private final AtomicReference<@Nullable StoreException> failure = new AtomicReference<>();

  /** Writes to a storage, and closes it. */
  public RetryingStorage(Storage storage) {
    super(storage);
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    requireWritable(key);
    try {
      return super.putIfAbsent(key, content);
    } catch (StoreException first) {
      return putAgain(key, content, first);
    }
  }

  // The first write may have happened: then this one finds the key taken, by ourselves.
  private boolean putAgain(StorageKey key, Payload content, StoreException first) {
    try {
      return super.putIfAbsent(key, content) || holds(key, content);
    } catch (StoreException second) {
      throw stopped(first, second);
    }
  }

  @Override
  public void put(StorageKey key, Payload content) {
    writeTwice(key, () -> super.put(key, content));
  }

  @Override
  public void delete(StorageKey key) {
    writeTwice(key, () -> super.delete(key));
  }

  private void writeTwice(StorageKey key, Runnable write) {
    requireWritable(key);
    try {
      write.run();
    } catch (StoreException first) {
      writeAgain(write, first);
    }
  }

  private void writeAgain(Runnable write, StoreException first) {
    try {
      write.run();
    } catch (StoreException second) {
      throw stopped(first, second);
    }
  }

  private StoreException stopped(StoreException first, StoreException second) {
    second.addSuppressed(first);
    if (!first.isFull() || !second.isFull()) {
      failure.compareAndSet(null, second);
    }
    return second;
  }

  private void requireWritable(StorageKey key) {
    StoreException earlier = failure.get();
    if (earlier != null) {
      throw StoreException.rejected(
          key.path(),
          "Cannot write "
              + key
              + ": two writes to the store "
              + name()
              + " failed, so this process writes nothing more to it ("
              + earlier.getMessage()
              + "); remove the cause and start the program again",
          earlier);
    }
  }

  private boolean holds(StorageKey key, Payload content) {
    Optional<StoredObject> stored = get(key);
    if (stored.isEmpty()) {
      return false;
    }
    try (StoredObject object = stored.get()) {
      return object.sizeBytes() == content.sizeBytes() && equal(object.stream(), content);
    } catch (IOException e) {
      throw StoreException.unavailable(
          key.path(), "Cannot read back " + key + " in the store " + name(), e);
    }
  }

  private static boolean equal(InputStream stream, Payload content) throws IOException {
    for (ByteBuffer segment : content.segments()) {
      byte[] read = stream.readNBytes(segment.remaining());
      if (!segment.equals(ByteBuffer.wrap(read))) {
        return false;
      }
    }
    return stream.read() < 0;
  }
}
