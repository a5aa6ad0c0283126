package dev.cairn.core.config;

import dev.cairn.core.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with the settings, so that one message can say all of it. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Something is wrong with a name or with how its value is written. */
  void add(String name, Origin origin, String sentence) {
    add(name, name + " (" + origin + "): " + sentence);
  }

  /** A value is not what its setting takes. */
  void add(Setting setting, String text, Origin origin, String sentence) {
    add(setting.key(), setting.key() + " = \"" + text + "\" (" + origin + "): " + sentence);
  }

  void add(String subject, String sentence) {
    found.add(new Problem(subject, sentence));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found.get(0).subject(), message());
    }
  }

  private String message() {
    String count = found.size() == 1 ? "a setting is wrong" : found.size() + " settings are wrong";
    return found.stream()
        .map(problem -> "\n  " + problem.sentence())
        .collect(
            Collectors.joining(
                "",
                "Cannot read the settings: " + count + ".",
                "\n`java -jar cairn.jar settings` lists all settings."));
  }

  private record Problem(String subject, String sentence) {}
}
