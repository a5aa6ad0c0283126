package dev.cairn.it.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A jar as Spring Boot's build plug-ins make it: the launcher's classes, the application's under
 * {@code BOOT-INF/classes}, and its libraries, as they are, under {@code BOOT-INF/lib}.
 */
record FatJar(String startClass, Path classes, List<Path> libraries) {
  private static final Path LOADER = Path.of("target", "spring-boot", "spring-boot-loader.jar");
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  static FatJar of(String startClass, Path classes, List<Path> libraries) {
    return new FatJar(startClass, classes, libraries);
  }

  Path writeTo(Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(file, manifest())) {
      addLauncher(jar);
      jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
      jar.putNextEntry(new JarEntry("BOOT-INF/lib/"));
      addFolder(jar, "BOOT-INF/classes/", classes);
      for (int i = 0; i < libraries.size(); i++) {
        addAsItIs(jar, "BOOT-INF/lib/library" + i + ".jar", asJar(libraries.get(i)));
      }
    }
    return target;
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, LAUNCHER);
    main.putValue("Start-Class", startClass);
    main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    return manifest;
  }

  private static void addLauncher(JarOutputStream jar) throws IOException {
    try (JarFile loader = new JarFile(LOADER.toFile())) {
      for (JarEntry entry : loader.stream().filter(e -> e.getName().startsWith("org/")).toList()) {
        jar.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = loader.getInputStream(entry)) {
          content.transferTo(jar);
        }
      }
    }
  }

  private static void addFolder(JarOutputStream jar, String prefix, Path folder)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(JarFile.MANIFEST_NAME)) {
          jar.putNextEntry(new JarEntry(prefix + name));
          Files.copy(file, jar);
        }
      }
    }
  }

  private static byte[] asJar(Path library) throws IOException {
    if (Files.isRegularFile(library)) {
      return Files.readAllBytes(library);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, new Manifest())) {
      addFolder(jar, "", library);
    }
    return bytes.toByteArray();
  }

  /** Not compressed: the launcher reads libraries where they lie. */
  private static void addAsItIs(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setMethod(JarEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
