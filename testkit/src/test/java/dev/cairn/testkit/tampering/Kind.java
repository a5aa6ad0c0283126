package dev.cairn.testkit.tampering;

import dev.cairn.core.storage.StorageKey;
import java.util.List;
import java.util.Map;

/** What objects there are. */
enum Kind {
  DESCRIPTION("`STORE.json`"),
  KEYRING("the newest keyring"),
  OLD_KEYRING("an older keyring"),
  ENTRY("an entry of a log"),
  PACK("a pack"),
  BEAT("a sign of life"),
  TOMB("the mark of a deletion");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  static Kind of(StorageKey key) {
    if (key.path().equals("STORE.json")) {
      return DESCRIPTION;
    } else if (key.path().startsWith("keys/")) {
      return key.name().startsWith("00000001") ? OLD_KEYRING : KEYRING;
    } else if (key.path().endsWith(".pack")) {
      return PACK;
    }
    return key.name().equals("hb") ? BEAT : key.name().equals("TOMB") ? TOMB : ENTRY;
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
