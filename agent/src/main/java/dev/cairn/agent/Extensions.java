package dev.cairn.agent;

import dev.cairn.core.config.Setting;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.event.CheckpointListener;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The jar files of {@code cairn.extensions}: the listeners that they declare as services. Each has
 * a loader of its own above Cairn's, so that what it brings disturbs neither Cairn nor the
 * application.
 */
final class Extensions {
  private Extensions() {}

  /**
   * The listeners of some jar files.
   *
   * @throws ConfigurationException naming the file that is missing, has no listener, or whose
   *     listener cannot be made
   */
  static List<CheckpointListener> listeners(List<Path> jars) {
    List<CheckpointListener> listeners = new ArrayList<>();
    for (Path jar : jars) {
      int before = listeners.size();
      try {
        ServiceLoader.load(CheckpointListener.class, loader(jar)).forEach(listeners::add);
      } catch (ServiceConfigurationError e) {
        throw wrong(jar, String.valueOf(e.getMessage()));
      }
      if (listeners.size() == before) {
        throw wrong(
            jar,
            "it declares none; expected the file META-INF/services/"
                + CheckpointListener.class.getName()
                + " in it");
      }
    }
    return listeners;
  }

  // open as long as the JVM lives, as the listener may load its classes late
  @SuppressWarnings("MustBeClosedChecker")
  private static ClassLoader loader(Path jar) {
    if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
      throw wrong(jar, "it is no file that can be read");
    }
    try {
      return new URLClassLoader(
          "cairn-extension",
          new URL[] {jar.toUri().toURL()},
          CheckpointListener.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw wrong(jar, String.valueOf(e.getMessage()));
    }
  }

  private static ConfigurationException wrong(Path jar, String reason) {
    return new ConfigurationException(
        Setting.EXTENSIONS.key(),
        "Cannot take listeners from " + jar + " (cairn.extensions): " + reason);
  }
}
