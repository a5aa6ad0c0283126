package dev.cairn.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one state is saved by {@link Checkpoints}.
 *
 * @param full whether it is stored in full, whatever it has in common with earlier ones
 * @param metadata what is recorded with it, by name; in the clear where the store is not encrypted
 */
public record SaveOptions(boolean full, Map<String, String> metadata) {
  public SaveOptions {
    metadata = Map.copyOf(metadata);
  }

  /** As a difference to an earlier one where that is smaller, without metadata. */
  public static SaveOptions usual() {
    return new SaveOptions(false, Map.of());
  }

  /** The same, stored in full: it needs no other to be read. */
  public SaveOptions inFull() {
    return new SaveOptions(true, metadata);
  }

  /** The same with one more thing to record: the text of a value, such as a number. */
  public SaveOptions with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(name, value.toString());
    return new SaveOptions(full, more);
  }
}
