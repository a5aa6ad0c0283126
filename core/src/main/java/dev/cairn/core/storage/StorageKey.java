package dev.cairn.core.storage;

/**
 * The name of an object in a storage: segments separated by {@code /}, safe as file names on every
 * system and as object names in every bucket. Cannot lead out of the store.
 *
 * @param path the whole name, such as {@code runs/nightly/3f9a…/1/00000001.json}
 */
public record StorageKey(String path) {
  private static final int LONGEST_PATH = 900;
  private static final int LONGEST_SEGMENT = 240;

  public StorageKey {
    if (path.length() > LONGEST_PATH) {
      throw new IllegalArgumentException("a storage key is too long: " + path);
    }
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (!isSegment(path, start, end)) {
        throw new IllegalArgumentException("not a storage key: " + path);
      }
      start = end + 1;
    }
  }

  /** Whether a text can be a segment of a key. */
  public static boolean isSegment(String text) {
    return isSegment(text, 0, text.length());
  }

  private static boolean isSegment(String text, int start, int end) {
    int length = end - start;
    if (length == 0
        || length > LONGEST_SEGMENT
        || text.charAt(start) == '.'
        || text.charAt(end - 1) == '.') {
      return false;
    }
    for (int at = start; at < end; at++) {
      if (!isPlain(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || "_+=.-".indexOf(c) >= 0;
  }

  /** The key of something inside this folder. */
  public StorageKey resolve(String segments) {
    return new StorageKey(path + "/" + segments);
  }

  /** The last segment. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return path;
  }
}
