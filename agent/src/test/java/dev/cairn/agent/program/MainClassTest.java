package dev.cairn.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTest {
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  @TempDir Path directory;

  @Test
  void aClassIsItself() {
    assertThat(MainClass.of("com.acme.Main", "")).contains("com.acme.Main");
  }

  @Test
  void aClassOfAModuleIsTheClass() {
    assertThat(MainClass.of("com.acme.app/com.acme.Main", "")).contains("com.acme.Main");
  }

  @Test
  void aJarNamesIt() throws IOException {
    assertThat(MainClass.of(jar("Main-Class: com.acme.Main"), "")).contains("com.acme.Main");
  }

  @Test
  void theStartClassOfAnApplicationIsMeantNotItsLauncher() throws IOException {
    String jar = jar("Main-Class: " + LAUNCHER + "\nStart-Class: com.acme.App");

    assertThat(MainClass.of(jar, "")).contains("com.acme.App");
  }

  @Test
  void anUnpackedApplicationNamesItsStartClassInTheClassPath() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("unpacked/META-INF"));
    Files.writeString(folder.resolve("MANIFEST.MF"), manifest("Start-Class: com.acme.App"));
    String classPath = directory.resolve("none") + File.pathSeparator + folder.getParent();

    assertThat(MainClass.of(LAUNCHER, classPath)).contains("com.acme.App");
  }

  @Test
  void aJarThatCannotBeReadNamesNone() {
    assertThat(MainClass.of(directory.resolve("absent.jar").toString(), "")).isEmpty();
  }

  private String jar(String attributes) throws IOException {
    Path jar = directory.resolve("app.jar");
    Path file = Files.writeString(directory.resolve("MANIFEST.MF"), manifest(attributes));
    try (var content = Files.newInputStream(file)) {
      new JarOutputStream(Files.newOutputStream(jar), new Manifest(content)).close();
    }
    return jar.toString();
  }

  private static String manifest(String attributes) {
    return "Manifest-Version: 1.0\n" + attributes + "\n";
  }
}
