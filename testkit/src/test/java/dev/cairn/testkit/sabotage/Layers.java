package dev.cairn.testkit.sabotage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Storages through which a store does not do what its rules want. */
public final class Layers {
  private Layers() {}

  private static boolean isPack(StorageKey key) {
    return key.path().endsWith(".pack");
  }

  private static boolean isEntry(StorageKey key) {
    return key.path().startsWith("runs/") && key.path().endsWith(".json");
  }

  private static boolean is(String kind, Payload entry) {
    return new String(entry.toBytes(), US_ASCII).contains("\"kind\":\"" + kind + "\"");
  }

  /** Looks for the end of the log again where its slot is taken. */
  public static Storage lookingForTheEndAgain(Storage directory) {
    return new ForwardingStorage(directory) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        if (super.putIfAbsent(key, content)) {
          return true;
        }
        return isEntry(key) && is("COMMIT", content) && putIfAbsent(next(key), content);
      }
    };
  }

  private static StorageKey next(StorageKey entry) {
    int digits = entry.path().length() - "00000000.json".length();
    long slot = Long.parseLong(entry.path().substring(digits, digits + 8));
    return new StorageKey(
        entry.path().substring(0, digits) + String.format(Locale.ROOT, "%08d", slot + 1) + ".json");
  }

  /** Does not look whether the run was deleted. */
  public static Storage overlookingTombs(Storage directory) {
    return new ForwardingStorage(directory) {
      @Override
      public boolean exists(StorageKey key) {
        return !key.path().endsWith("/TOMB") && super.exists(key);
      }
    };
  }

  /** Gives an object its name whatever had it. */
  public static Storage overwriting(Storage directory) {
    return new ForwardingStorage(directory) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        boolean probed = key.path().startsWith("tmp/");
        if (probed) {
          return super.putIfAbsent(key, content);
        }
        put(key, content);
        return true;
      }
    };
  }

  /** Believes that what is there is safe. */
  public static Storage trustingWhatIsThere(Storage directory) {
    return new ForwardingStorage(directory) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        return !super.exists(key) && super.putIfAbsent(key, content);
      }
    };
  }

  /** Removes the pack of an entry that it does not know to be written. */
  public static Storage cleaningUp(Storage directory) {
    return new ForwardingStorage(directory) {
      private @Nullable StorageKey pack;

      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        try {
          pack = isPack(key) ? key : pack;
          return super.putIfAbsent(key, content);
        } catch (StoreException e) {
          if (isEntry(key) && pack != null) {
            super.delete(pack);
          }
          throw e;
        }
      }
    };
  }

  /** Hears nothing of failures. */
  public static Storage swallowingErrors(Storage directory) {
    return new ForwardingStorage(directory) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        try {
          return super.putIfAbsent(key, content);
        } catch (StoreException swallowed) {
          return true;
        }
      }
    };
  }

  /** Removes the keyrings that there are before it writes the next one. */
  public static Storage removingOldKeysFirst(Storage directory) {
    StorageKey keys = new StorageKey("keys");
    return new ForwardingStorage(directory) {
      @Override
      public boolean putIfAbsent(StorageKey key, Payload content) {
        if (key.path().startsWith("keys/") && !super.exists(key)) {
          super.list(keys).objects().forEach(old -> super.delete(keys.resolve(old)));
        }
        return super.putIfAbsent(key, content);
      }
    };
  }

  public static Storage puttingPacksAfterEntries(Storage directory) {
    return new Delaying(directory, (key, content) -> isPack(key), true);
  }

  public static Storage acknowledgingBeforeWriting(Storage directory) {
    return new Delaying(directory, (key, content) -> isEntry(key) && is("COMMIT", content), false);
  }

  public static Storage removingPacksBeforeForgetting(Storage directory) {
    return new Delaying(directory, (key, content) -> isEntry(key) && is("FORGET", content), false);
  }

  public static Storage removingRunsBeforeTheirTomb(Storage directory) {
    return new Delaying(directory, (key, content) -> key.path().endsWith("/TOMB"), false);
  }

  /** Makes some writes later: with the next one, after it or before it. */
  private static final class Delaying extends ForwardingStorage {
    private final BiPredicate<StorageKey, Payload> delayed;
    private final boolean after;
    private @Nullable Runnable waiting;

    Delaying(Storage storage, BiPredicate<StorageKey, Payload> delayed, boolean after) {
      super(storage);
      this.delayed = delayed;
      this.after = after;
    }

    @Override
    public boolean putIfAbsent(StorageKey key, Payload content) {
      if (delayed.test(key, content)) {
        write();
        waiting = () -> super.putIfAbsent(key, content);
        return true;
      }
      if (!after) {
        write();
      }
      boolean created = super.putIfAbsent(key, content);
      write();
      return created;
    }

    @Override
    public Optional<StoredObject> get(StorageKey key) {
      write();
      return super.get(key);
    }

    private void write() {
      Runnable late = waiting;
      waiting = null;
      if (late != null) {
        late.run();
      }
    }
  }
}
