package dev.cairn.testkit.tampering;

import dev.cairn.core.storage.StorageKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that a store has none under, where something of a kind could stand. */
final class Places {
  private static final String NO_PACK = "0".repeat(64) + ".pack";

  private Places() {}

  /** Those for what stands under a key. */
  static List<StorageKey> free(StorageKey key, Map<StorageKey, byte[]> content) {
    return possible(Kind.of(key), key, content)
        .filter(place -> !content.containsKey(place))
        .toList();
  }

  private static Stream<StorageKey> possible(
      Kind kind, StorageKey key, Map<StorageKey, byte[]> content) {
    return switch (kind) {
      case DESCRIPTION -> Stream.of();
      case KEYRING, OLD_KEYRING ->
          Stream.of("00000003", "99999999").map(n -> new StorageKey("keys/" + n + ".json"));
      case ENTRY -> runs(content).stream().map(run -> nextSlot(run, content));
      case PACK ->
          runs(content).stream()
              .flatMap(run -> Stream.of(key.name(), NO_PACK).map(run.resolve("packs")::resolve));
      case BEAT, TOMB -> runs(content).stream().map(run -> run.resolve(key.name()));
    };
  }

  private static StorageKey nextSlot(StorageKey run, Map<StorageKey, byte[]> content) {
    long last =
        content.keySet().stream()
            .filter(key -> key.path().startsWith(run + "/") && Kind.of(key) == Kind.ENTRY)
            .count();
    return run.resolve(String.format(Locale.ROOT, "%08d.json", last + 1));
  }

  /** The same place in another store, where runs may have other names. */
  static Stream<StorageKey> same(StorageKey key, Map<StorageKey, byte[]> content) {
    return content.keySet().stream().filter(other -> plain(other).equals(plain(key)));
  }

  private static String plain(StorageKey key) {
    return key.path().replaceAll("/[0-9a-f]{32}/", "/");
  }

  private static Set<StorageKey> runs(Map<StorageKey, byte[]> content) {
    return content.keySet().stream()
        .map(key -> key.path().split("/", -1))
        .filter(names -> names[0].equals("runs"))
        .map(names -> new StorageKey(String.join("/", Arrays.copyOf(names, 4))))
        .collect(
            Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(StorageKey::path))));
  }
}
