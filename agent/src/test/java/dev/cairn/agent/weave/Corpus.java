package dev.cairn.agent.weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Classes of libraries by other hands and other compilers, each of whose methods is woven.
 *
 * @param jars the libraries
 * @param classNames the classes
 */
record Corpus(List<Path> jars, List<String> classNames) {
  private static final String CLASS = ".class";

  /** Every class of the libraries that the build has put into a folder. */
  static Corpus of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return new Corpus(
          jars, jars.stream().flatMap(Corpus::classesOf).distinct().sorted().toList());
    }
  }

  private static Stream<String> classesOf(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .filter(name -> !name.equals("module-info"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One class in so many. */
  Corpus oneIn(int many) {
    return new Corpus(
        jars,
        IntStream.range(0, classNames.size())
            .filter(index -> index % many == 0)
            .mapToObj(classNames::get)
            .toList());
  }

  /**
   * What came of it.
   *
   * @param classes how many classes the JVM has taken woven
   * @param methods how many methods of theirs were woven
   * @param incomplete classes that the JVM takes neither woven nor as they are, for the same
   *     reason: a library that is not there
   * @param failures what it refuses woven alone
   */
  record Outcome(int classes, int methods, int incomplete, List<String> failures) {}

  /**
   * Weaves every method of every class, and has the JVM verify it.
   *
   * @param spoiler what else is done to the woven bytes
   */
  Outcome weave(UnaryOperator<byte[]> spoiler) throws IOException {
    List<String> failures = new ArrayList<>();
    int incomplete = 0;
    try (CorpusLoader plain = new CorpusLoader(jars, Set.of(), spoiler);
        CorpusLoader woven = new CorpusLoader(jars, Set.copyOf(classNames), spoiler)) {
      for (String name : classNames) {
        Optional<Throwable> failure = woven.link(name);
        if (failure.isPresent() && isSame(failure.get(), plain.link(name))) {
          incomplete++;
        } else {
          failure.ifPresent(thrown -> failures.add(name + ": " + thrown));
        }
      }
      int classes = classNames.size() - incomplete - failures.size();
      return new Outcome(classes, woven.methods(), incomplete, failures);
    }
  }

  private static boolean isSame(Throwable woven, Optional<Throwable> plain) {
    return plain.filter(thrown -> thrown.getClass() == woven.getClass()).isPresent();
  }
}
