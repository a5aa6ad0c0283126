package dev.cairn.testkit.tampering;

import dev.cairn.core.storage.StorageKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What objects there are. */
enum Kind {
  DESCRIPTION("`STORE.json`", "STORE\\.json"),
  KEYRING("the newest keyring", "keys/(?!00000001)[0-9]{8}\\.json"),
  OLD_KEYRING("an older keyring", "keys/00000001\\.json"),
  ENTRY("an entry of a log", Kind.RUN + "[0-9]{8}\\.json"),
  PACK("a pack", Kind.RUN + "packs/[0-9a-f]{64}\\.pack"),
  BEAT("a sign of life", Kind.RUN + "hb"),
  TOMB("the mark of a deletion", Kind.RUN + "TOMB");

  private static final String RUN = "runs/[^/]+/[0-9a-f]{32}/[0-9]+/";

  private final String words;
  private final Pattern path;

  Kind(String words, String path) {
    this.words = words;
    this.path = Pattern.compile(path);
  }

  /**
   * What stands under a key.
   *
   * @throws IllegalArgumentException if that is of no kind that is known here
   */
  static Kind of(StorageKey key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("a new kind: " + key));
  }

  static Optional<Kind> find(StorageKey key) {
    return Arrays.stream(values())
        .filter(kind -> kind.path.matcher(key.path()).matches())
        .findFirst();
  }

  /** Whether one could be taken for the other. */
  boolean isLike(Kind other) {
    return this == other || isKeyring() && other.isKeyring();
  }

  private boolean isKeyring() {
    return this == KEYRING || this == OLD_KEYRING;
  }

  /** The keys of all that are of this kind. */
  List<StorageKey> in(Map<StorageKey, byte[]> content) {
    return content.keySet().stream().filter(key -> of(key) == this).toList();
  }

  @Override
  public String toString() {
    return words;
  }
}
