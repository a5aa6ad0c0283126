package dev.cairn.it.programs;

import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that works with a library of others.
 *
 * @param jvm how it is started, without the agent
 * @param calls how many stage calls it makes
 */
record RealProgram(ForkedJvm jvm, int calls) {
  private static final Path SOURCES = Path.of("src", "programs");

  /** A main class of the library's own, which the build has put into a folder of that name. */
  static RealProgram unmodified(String library, String mainClass, int calls) {
    ForkedJvm here = ForkedJvm.of(RealProgram.class);
    ForkedJvm jvm =
        new ForkedJvm(
            here.home(), List.of(), here.options(), mainClass, here.arguments(), here.directory());
    return new RealProgram(jvm.withClassPath(jars(library)), calls);
  }

  /** A program of ours that uses the library. */
  static RealProgram using(String library, String name, Path classes, int calls) {
    Compiled.against(classes, List.of(jars(library)), source(name));
    ForkedJvm annotated = ForkedJvm.of(RealProgram.class).withClassPath(jars(library));
    ForkedJvm jvm =
        new ForkedJvm(
            annotated.home(),
            annotated.classPath(),
            annotated.options(),
            name,
            annotated.arguments(),
            annotated.directory());
    return new RealProgram(jvm.withClassPath(classes), calls);
  }

  RealProgram with(String property, String value) {
    return new RealProgram(jvm.withProperty(property, value), calls);
  }

  RealProgram withArguments(Object... arguments) {
    return new RealProgram(jvm.withArguments(arguments), calls);
  }

  private static String source(String name) {
    try {
      return Files.readString(SOURCES.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path[] jars(String library) {
    try (Stream<Path> jars = Files.list(Path.of("target", "programs", library))) {
      return jars.map(Path::toAbsolutePath).sorted().toArray(Path[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
