package dev.cairn.benchmarks.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** An agent that does nothing: what any agent costs. */
public final class EmptyAgent {
  private static @Nullable Instrumentation instrumentation;

  private EmptyAgent() {}

  /** Does nothing but remember. */
  public static void premain(@Nullable String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** The classes that are loaded in this JVM. */
  static Class<?>[] loadedClasses() {
    Instrumentation given = instrumentation;
    if (given == null) {
      throw new IllegalStateException("start with -javaagent:empty.jar");
    }
    return given.getAllLoadedClasses();
  }

  /** Writes it as a jar of its own. */
  static Path jar(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("empty.jar");
    String resource = EmptyAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream content = ClassLoader.getSystemResourceAsStream(resource)) {
      out.putNextEntry(new JarEntry(resource));
      Objects.requireNonNull(content).transferTo(out);
    }
    return jar;
  }
}
