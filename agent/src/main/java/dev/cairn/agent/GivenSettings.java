package dev.cairn.agent;

import java.io.File;

/**
 * Whether anybody has given a setting at all. Where nobody has, there is nothing to check before
 * {@code main}, and the classes that read settings need not be loaded.
 */
final class GivenSettings {

  private GivenSettings() {}

  static boolean any(String arguments) {
    return !arguments.isBlank()
        || hasPrefix(System.getProperties().stringPropertyNames(), "cairn.")
        || hasPrefix(System.getenv().keySet(), "CAIRN_")
        || new File("cairn.properties").exists();
  }

  private static boolean hasPrefix(Iterable<String> names, String prefix) {
    for (String name : names) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
