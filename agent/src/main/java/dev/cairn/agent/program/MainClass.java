package dev.cairn.agent.program;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Names the class whose main method the program is. Reads manifests. */
final class MainClass {
  /** How the launcher of Spring Boot, which is no program, names the application's class. */
  private static final Attributes.Name START_CLASS = new Attributes.Name("Start-Class");

  private static final String SPRING_BOOT = "org.springframework.boot.loader.";

  private MainClass() {}

  /**
   * The class, by its binary name.
   *
   * @param program as the command line names it
   * @param classPath the JVM's
   */
  static Optional<String> of(String program, String classPath) {
    if (program.endsWith(".jar")) {
      return named(new File(program));
    }
    String name = program.substring(program.lastIndexOf('/') + 1);
    return name.startsWith(SPRING_BOOT)
        ? Arrays.stream(classPath.split(File.pathSeparator, -1))
            .flatMap(entry -> named(new File(entry)).stream())
            .findFirst()
        : Optional.of(name);
  }

  private static Optional<String> named(File place) {
    Function<Attributes.Name, Optional<String>> attribute =
        manifest(place)
            .<Function<Attributes.Name, Optional<String>>>map(
                found -> name -> Optional.ofNullable(found.getMainAttributes().getValue(name)))
            .orElse(name -> Optional.empty());
    return Stream.of(START_CLASS, Attributes.Name.MAIN_CLASS)
        .flatMap(name -> attribute.apply(name).stream())
        .findFirst();
  }

  private static Optional<Manifest> manifest(File place) {
    File unpacked = new File(place, JarFile.MANIFEST_NAME);
    try {
      if (unpacked.isFile()) {
        try (InputStream content = new FileInputStream(unpacked)) {
          return Optional.of(new Manifest(content));
        }
      }
      if (!place.isFile()) {
        return Optional.empty();
      }
      try (JarFile jar = new JarFile(place)) {
        return Optional.ofNullable(jar.getManifest());
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
