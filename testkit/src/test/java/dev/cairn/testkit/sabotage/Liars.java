package dev.cairn.testkit.sabotage;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Stamp;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Storages that do something else than they say. None fails, none throws anything. */
public final class Liars {
  private static final int ONE_OF = 30;
  private static final int CUT_BYTES = 1 << 20;

  private Liars() {}

  /** Tells the second of those who want a key that it is theirs, too. */
  public static Storage lettingTwoWin(Storage storage) {
    Set<StorageKey> wonTwice = ConcurrentHashMap.newKeySet();
    return new ForwardingStorage(storage) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        return super.putIfAbsent(key, content) || wonTwice.add(key);
      }
    };
  }

  /** Acknowledges every thirtieth object and throws it away. */
  public static Storage forgetting(Storage storage) {
    AtomicInteger puts = new AtomicInteger();
    return new ForwardingStorage(storage) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        return puts.incrementAndGet() % ONE_OF == 0 || super.putIfAbsent(key, content);
      }
    };
  }

  /** Throws signs of life away. */
  public static Storage deafToSignsOfLife(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public void touch(StorageKey key, Payload content) {}
    };
  }

  /** Keeps what it says it has deleted. */
  public static Storage keepingWhatWasDeleted(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public void delete(StorageKey key) {}
    };
  }

  /** Lists an object when the next one has come. */
  public static Storage listingLate(Storage storage) {
    return new ForwardingStorage(storage) {
      private volatile String newest = "";

      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        newest = key.name();
        return super.putIfAbsent(key, content);
      }

      @Override
      public Listing list(StorageKey folder) {
        Listing all = super.list(folder);
        List<String> older = all.objects().stream().filter(name -> !name.equals(newest)).toList();
        return new Listing(all.folders(), older);
      }
    };
  }

  /** Lists an object that was replaced as if it were still the one before. */
  public static Storage stampingOnce(Storage storage) {
    Map<String, Stamp> first = new ConcurrentHashMap<>();
    return new ForwardingStorage(storage) {
      @Override
      public Listing list(StorageKey folder) {
        Listing all = super.list(folder);
        all.stamps().forEach(first::putIfAbsent);
        return new Listing(all.folders(), all.objects(), first);
      }
    };
  }

  /** Hands out the first mebibyte of what is larger. */
  public static Storage truncating(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public Optional<StoredObject> get(StorageKey key) {
        return super.get(key)
            .map(
                whole ->
                    new StoredObject(
                        whole.sizeBytes(), new ByteArrayInputStream(first(CUT_BYTES, whole))));
      }
    };
  }

  /** Takes the last part of a key for the whole of it. */
  public static Storage mixingUp(Storage storage) {
    Map<String, StorageKey> last = new ConcurrentHashMap<>();
    return new ForwardingStorage(storage) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        last.put(key.name(), key);
        return super.putIfAbsent(key, content);
      }

      @Override
      public Optional<StoredObject> get(StorageKey key) {
        return super.get(last.getOrDefault(key.name(), key));
      }
    };
  }

  /** Remembers what it has once handed out, and that there was nothing. */
  public static Storage remembering(Storage storage) {
    Map<StorageKey, Optional<byte[]>> read = new HashMap<>();
    return new ForwardingStorage(storage) {
      @Override
      public synchronized Optional<StoredObject> get(StorageKey key) {
        return read.computeIfAbsent(key, unread -> super.get(unread).map(Liars::bytes))
            .map(bytes -> new StoredObject(bytes.length, new ByteArrayInputStream(bytes)));
      }
    };
  }

  /** Hands out the second half of an object as it is when somebody comes to read it. */
  public static Storage tearing(Storage storage) {
    return new ForwardingStorage(storage) {
      @Override
      public Optional<StoredObject> get(StorageKey key) {
        return super.get(key).map(Liars::bytes).map(before -> torn(key, before));
      }

      private StoredObject torn(StorageKey key, byte[] before) {
        return new StoredObject(
            before.length, new Late(() -> super.get(key).map(now -> joined(before, bytes(now)))));
      }
    };
  }

  private static byte[] joined(byte[] before, byte[] now) {
    byte[] joined = now.clone();
    System.arraycopy(before, 0, joined, 0, Math.min(before.length, now.length) / 2);
    return joined;
  }

  /** Looks for its bytes when they are asked for. */
  private static final class Late extends InputStream {
    private final Supplier<Optional<byte[]>> bytes;
    private @Nullable InputStream found;

    Late(Supplier<Optional<byte[]>> bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return found().read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return found().read(into, offset, length);
    }

    private InputStream found() {
      InputStream stream = found;
      if (stream == null) {
        stream = new ByteArrayInputStream(bytes.get().orElse(new byte[0]));
        found = stream;
      }
      return stream;
    }
  }

  private static byte[] bytes(StoredObject object) {
    return first(Integer.MAX_VALUE, object);
  }

  private static byte[] first(int count, StoredObject object) {
    try (object) {
      return object.stream().readNBytes(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
