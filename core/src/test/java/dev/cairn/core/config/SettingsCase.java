package dev.cairn.core.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a test gives from each place. */
record SettingsCase(
    String agentArguments,
    Map<String, String> properties,
    Map<String, String> environment,
    Map<Path, String> files) {

  SettingsCase property(String key, String value) {
    return new SettingsCase(agentArguments, with(properties, key, value), environment, files);
  }

  SettingsCase variable(String name, String value) {
    return new SettingsCase(agentArguments, properties, with(environment, name, value), files);
  }

  SettingsCase file(String path, String text) {
    return new SettingsCase(
        agentArguments, properties, environment, with(files, Path.of(path), text));
  }

  Settings settings() {
    return Settings.resolve(
        new SettingsInput(
            agentArguments,
            properties,
            environment,
            file -> Optional.ofNullable(files.get(file)),
            Path.of("/home/ada"),
            1L << 30));
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }
}
