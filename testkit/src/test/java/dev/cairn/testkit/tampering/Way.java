package dev.cairn.testkit.tampering;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.core.storage.StorageKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ways to forge an object. */
enum Way {
  SWAPPED("swapped with another") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return others(key, store)
          .map(
              second ->
                  new Forgery(
                      key + " swapped with " + second,
                      Map.of(key, store.now().get(second), second, store.now().get(key))));
    }
  },
  FOREIGN("from another store") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return Stream.concat(someLike(key, other.now()), Places.same(key, other.now()))
          .distinct()
          .map(foreign -> put(key, other.now().get(foreign), "that is " + foreign + " elsewhere"));
    }
  },
  REPLAYED("from another day") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return Stream.of(store.before(), store.elsewhere())
          .filter(day -> day.containsKey(key))
          .map(day -> day.get(key))
          .filter(bytes -> !Arrays.equals(bytes, store.now().get(key)))
          .map(bytes -> put(key, bytes, "of another day"));
    }
  },
  TRUNCATED("cut") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      byte[] whole = store.now().get(key);
      return Stream.of(whole.length / 2, whole.length - 65, whole.length - 1)
          .filter(length -> length > 0)
          .map(length -> put(key, Arrays.copyOf(whole, length), "cut to " + length));
    }
  },
  EMPTIED("emptied") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return Stream.of(put(key, new byte[0], "emptied"));
    }
  },
  SPLICED("spliced") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return others(key, store)
          .map(
              second ->
                  put(
                      key,
                      spliced(store.now().get(key), store.now().get(second)),
                      "with the end of " + second));
    }
  },
  REWRITTEN("with a part of another and a hash that fits") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return Kind.of(key).isLike(Kind.KEYRING)
          ? Stream.of(store.before(), store.elsewhere(), other.now())
              .flatMap(from -> someLike(key, from).map(from::get))
              .flatMap(donor -> Rings.mixed(store.now().get(key), donor))
              .map(ring -> put(key, ring, "as " + new String(ring, US_ASCII)))
          : Stream.of();
    }
  },
  DUPLICATED("put elsewhere too") {
    @Override
    Stream<Forgery> of(StorageKey key, Specimen store, Specimen other) {
      return Places.free(key, store.now()).stream()
          .map(place -> put(place, store.now().get(key), "that is " + key));
    }
  };

  private final String words;

  Way(String words) {
    this.words = words;
  }

  abstract Stream<Forgery> of(StorageKey key, Specimen store, Specimen other);

  private static Stream<StorageKey> others(StorageKey key, Specimen store) {
    return someLike(key, store.now()).filter(second -> !second.equals(key));
  }

  /** The next one in the same folder, and one in each other folder; for a keyring all. */
  private static Stream<StorageKey> someLike(StorageKey key, Map<StorageKey, byte[]> content) {
    Map<String, StorageKey> byFolder = new TreeMap<>();
    content.keySet().stream()
        .filter(other -> Kind.of(other).isLike(Kind.of(key)))
        .sorted(
            Comparator.comparing(
                other -> (other.path().compareTo(key.path()) > 0 ? "0" : "1") + other))
        .forEach(other -> byFolder.putIfAbsent(folder(other), other));
    return byFolder.values().stream();
  }

  private static String folder(StorageKey key) {
    return key.path().substring(0, Math.max(0, key.path().lastIndexOf('/')));
  }

  private static Forgery put(StorageKey key, byte[] bytes, String what) {
    return new Forgery(key + " " + what, Map.of(key, bytes));
  }

  private static byte[] spliced(byte[] first, byte[] second) {
    byte[] spliced = second.clone();
    int half = Math.min(first.length, second.length) / 2;
    System.arraycopy(first, 0, spliced, 0, half);
    return spliced;
  }

  @Override
  public String toString() {
    return words;
  }
}
