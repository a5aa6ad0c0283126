package dev.cairn.core.storage;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Trial.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Tries a storage out in what a store rests on, whatever kind of storage it is. What it writes it
 * deletes. For one thread.
 */
public final class StorageProbe {
  private static final int LISTED = 32;
  private static final int LARGE_BYTES = 3 << 20;

  private final Storage storage;
  private final UUID id;
  private final StorageKey folder;
  private final List<StorageKey> written = new ArrayList<>();

  private StorageProbe(Storage storage, UUID id) {
    this.storage = storage;
    this.id = id;
    this.folder = new StorageKey("probe/" + id + "/objects");
  }

  /**
   * Tries a storage out.
   *
   * @param id unique: names the keys that are written
   * @param trials gets what came of it
   */
  public static void run(Storage storage, UUID id, Trials trials) {
    StorageProbe probe = new StorageProbe(storage, id);
    trials.attempt("put if absent", "of two processes only one commits", probe::oneWinner);
    trials.attempt("read back", "what was saved is what is restored", probe::readBack);
    trials.attempt("listing", "every checkpoint is found at once", probe::listing);
    trials.attempt("replace", "others see that an owner lives", probe::replaced);
    // the last, since it takes away what the others wrote
    trials.attempt("delete", "what is deleted frees its space", probe::deleted);
  }

  private Seen oneWinner() {
    Optional<String> fault = WriterRace.fault(storage, id);
    return fault.map(Seen::broken).orElseGet(() -> Seen.holds("each race had one winner"));
  }

  private Seen readBack() throws IOException {
    byte[] bytes = new byte[LARGE_BYTES];
    new Random(id.getLeastSignificantBits()).nextBytes(bytes);
    StorageKey key = fresh("large");
    boolean created = storage.putIfAbsent(key, Payload.of(bytes));
    return created && Arrays.equals(read(key), bytes)
        ? Seen.holds("3 MiB came back as they were")
        : Seen.broken("3 MiB did not come back as they were");
  }

  private Seen listing() {
    List<String> names = new ArrayList<>();
    for (int at = 1; at <= LISTED; at++) {
      StorageKey key = fresh("listed" + at);
      names.add(key.name());
      storage.putIfAbsent(key, text("listed"));
      if (!storage.list(folder).objects().containsAll(names)) {
        return Seen.broken("object " + at + " was written and not listed");
      }
    }
    return Seen.holds(LISTED + " objects were listed as soon as they were written");
  }

  private Seen replaced() throws IOException {
    StorageKey key = fresh("replaced");
    storage.put(key, text("first"));
    storage.put(key, text("second"));
    boolean put = Arrays.equals(read(key), bytes("second"));
    storage.touch(key, text("third"));
    boolean touched = Arrays.equals(read(key), bytes("third"));
    return put && touched
        ? Seen.holds("the newest was seen at once")
        : Seen.broken("an older one was seen");
  }

  private Seen deleted() {
    written.forEach(storage::delete);
    long left = written.stream().filter(storage::exists).count();
    int listed = storage.list(folder).objects().size();
    return left == 0 && listed == 0
        ? Seen.holds(written.size() + " objects are gone")
        : Seen.broken(left + " objects are still there, and " + listed + " are listed");
  }

  private StorageKey fresh(String name) {
    StorageKey key = folder.resolve(name);
    written.add(key);
    return key;
  }

  private byte[] read(StorageKey key) throws IOException {
    Optional<StoredObject> stored = storage.get(key);
    if (stored.isEmpty()) {
      return new byte[0];
    }
    try (StoredObject object = stored.get()) {
      return object.stream().readAllBytes();
    }
  }

  private static Payload text(String text) {
    return Payload.of(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
