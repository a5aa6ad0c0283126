package dev.cairn.core.storage;

import java.util.regex.Pattern;

/**
 * The name of an object in a storage: segments separated by {@code /}, safe as file names on every
 * system and as object names in every bucket. Cannot lead out of the store.
 *
 * @param path the whole name, such as {@code runs/nightly/3f9a…/1/00000001.json}
 */
public record StorageKey(String path) {
  private static final int LONGEST_PATH = 900;
  private static final int LONGEST_SEGMENT = 240;
  private static final Pattern SEGMENT =
      Pattern.compile("[A-Za-z0-9_+=-](?:[A-Za-z0-9_+=.-]*[A-Za-z0-9_+=-])?");

  public StorageKey {
    if (path.length() > LONGEST_PATH) {
      throw new IllegalArgumentException("a storage key is too long: " + path);
    }
    for (String segment : path.split("/", -1)) {
      if (!isSegment(segment)) {
        throw new IllegalArgumentException("not a storage key: " + path);
      }
    }
  }

  /** Whether a text can be a segment of a key. */
  public static boolean isSegment(String text) {
    return text.length() <= LONGEST_SEGMENT && SEGMENT.matcher(text).matches();
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
