package dev.cairn.agent.weave;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets system properties for as long as a library of ours reads them, and puts them back: they are
 * the one thing that we and the application's copies of our libraries share.
 */
public final class SystemProperties {

  private SystemProperties() {}

  /** Gets a value while the given properties are set. */
  public static <T> T during(Map<String, String> properties, Supplier<T> reader) {
    Map<String, @Nullable String> before = new HashMap<>();
    properties.forEach((key, value) -> before.put(key, System.setProperty(key, value)));
    try {
      return reader.get();
    } finally {
      before.forEach(SystemProperties::restore);
    }
  }

  private static void restore(String key, @Nullable String value) {
    if (value == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, value);
    }
  }
}
