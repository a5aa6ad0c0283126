package dev.cairn.core.config;

import dev.cairn.core.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with the settings, so that one message can say all of it. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(String subject, String sentence) {
    found.add(new Problem(subject, sentence));
  }

  void unknown(Given given) {
    add(
        given.key(),
        "%s (%s): no such setting; the nearest is %s."
            .formatted(given.key(), given.origin(), nearestKey(given.key())));
  }

  void malformed(Given given, Setting setting) {
    add(
        setting.key(),
        "%s = \"%s\" (%s): expected %s."
            .formatted(setting.key(), given.text(), given.origin(), setting.form().expected()));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(found.get(0).subject(), message());
    }
  }

  static String nearestKey(String key) {
    return NearestName.to(key, Arrays.stream(Setting.values()).map(Setting::key).toList());
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
