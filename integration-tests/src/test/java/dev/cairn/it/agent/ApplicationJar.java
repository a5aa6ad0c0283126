package dev.cairn.it.agent;

import dev.cairn.it.ForkedJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Programs that are started as {@code java -jar app.jar}. */
final class ApplicationJar {
  private ApplicationJar() {}

  /** A program as a jar that names its main class, its class path, and more in its manifest. */
  static ForkedJvm of(ForkedJvm program, Path folder, Map<String, String> lines)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, program.mainClass());
    main.put(Attributes.Name.CLASS_PATH, urls(program));
    lines.forEach(main::putValue);
    Path jar = folder.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
    return program.ofJar(jar);
  }

  private static String urls(ForkedJvm program) {
    return program.classPath().stream()
        .map(library -> library.toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
