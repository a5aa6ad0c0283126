package dev.cairn.core.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Everything that settings are made from.
 *
 * @param agentArguments what follows {@code -javaagent:cairn.jar=}; empty for nothing
 * @param properties the system properties
 * @param environment the environment variables
 * @param files reads the file of settings
 * @param workingDirectory what relative paths are relative to; absolute
 * @param heapBytes the largest size that the heap may grow to
 */
public record SettingsInput(
    String agentArguments,
    Map<String, String> properties,
    Map<String, String> environment,
    ConfigFiles files,
    Path workingDirectory,
    long heapBytes) {

  /** The input that this JVM was started with. */
  public static SettingsInput ofThisJvm(String agentArguments) {
    return new SettingsInput(
        agentArguments,
        strings(System.getProperties()),
        System.getenv(),
        ConfigFiles.ON_DISK,
        Path.of("").toAbsolutePath(),
        Runtime.getRuntime().maxMemory());
  }

  private static Map<String, String> strings(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
  }
}
