package dev.cairn.core.graph.code;

import dev.cairn.core.model.StageId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Sources compiled by one compiler or another, and the code of their stages. */
final class Compilation {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Path directory;
  private final Path own = allJavacs().get(0);

  Compilation(Path directory) {
    this.directory = directory;
  }

  private static Path javac(Path home) {
    return home.resolve("bin/javac");
  }

  /** The compiler of this JVM, and those of the other JDKs that this machine has. */
  static List<Path> allJavacs() {
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    for (String name : List.of("JAVA_HOME_25", "JAVA_HOME_25_X64", "JAVA_HOME_25_ARM64")) {
      String home = System.getenv(name);
      if (home != null) {
        homes.add(Path.of(home));
      }
    }
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> found = Files.list(installed)) {
        homes.addAll(found.sorted().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return homes.stream()
        .filter(home -> isAtLeast17(home) && Files.isExecutable(javac(home)))
        .map(home -> real(javac(home)))
        .distinct()
        .toList();
  }

  private static boolean isAtLeast17(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .anyMatch(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")) >= 17);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of the method {@code stage} of the class {@code p.Job}. */
  StageCode code(String... sources) {
    return code(List.of(), sources);
  }

  StageCode code(List<String> options, String... sources) {
    return code(own, options, "p.Job", sources);
  }

  StageCode code(Path javac, List<String> options, String receiver, String... sources) {
    Path classes = compile(javac, options, sources);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = Class.forName(receiver, false, loader);
      return StageCode.of(type, new StageId("p.Job", "stage", "()Ljava/lang/Object;"));
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path compile(Path javac, List<String> options, String... sources) {
    try {
      Path folder = Files.createDirectory(directory.resolve("c" + COUNT.incrementAndGet()));
      List<String> command =
          new ArrayList<>(
              List.of(
                  javac.toString(),
                  "--release",
                  "17",
                  "-nowarn",
                  "-proc:none",
                  "-d",
                  folder.toString()));
      command.addAll(options);
      for (String source : sources) {
        String name =
            source.replaceFirst("(?s).*?\\b(?:class|interface|enum|record) (\\w+).*", "$1");
        Path file = Files.createDirectories(folder.resolve("src")).resolve(name + ".java");
        Files.writeString(file, "package p;\n" + source);
        command.add(file.toString());
      }
      run(javac, command);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In this JVM where that is possible: most compilations are small. */
  private void run(Path javac, List<String> command) throws IOException, InterruptedException {
    if (javac.equals(own)) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      String[] arguments = command.subList(1, command.size()).toArray(new String[0]);
      if (ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments) != 0) {
        throw new IllegalArgumentException(said.toString(StandardCharsets.UTF_8));
      }
      return;
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalArgumentException(said);
    }
  }
}
