package dev.cairn.it.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that is being built: its modules, their classes and their sources. */
final class House {
  /** The modules that users run or compile against, in dependency order. */
  static final List<String> PRODUCT = List.of("annotations", "core", "cli", "agent", "testkit");

  private static final String FIXTURES = "dev.cairn.it.architecture.fixture.";

  private House() {}

  /** The directory of the parent pom. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve(".mvn"))) {
      here = here.getParent();
    }
    return here;
  }

  /** All classes of the product. */
  static JavaClasses product() {
    return Product.CLASSES;
  }

  /** The classes of one module. */
  static JavaClasses module(String name) {
    String place = classes(name).toUri().toString();
    return product()
        .that(
            DescribedPredicate.describe(
                "lie in " + name,
                type ->
                    type.getSource()
                        .filter(source -> source.getUri().toString().startsWith(place))
                        .isPresent()));
  }

  /** The classes of one chapter of the fixtures. */
  static JavaClasses fixture(String chapter) {
    return new ClassFileImporter().importPackages(FIXTURES + chapter);
  }

  /** The name of a package of the fixtures. */
  static String fixturePackage(String name) {
    return FIXTURES + name;
  }

  /** What a rule has to say against these classes; empty where they obey it. */
  static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
  }

  /**
   * Every Java source file of every module, tests and modules of a module too; not those that are
   * broken on purpose.
   */
  static List<Path> sources() {
    return Stream.concat(folders(root()), folders(root()).flatMap(House::folders))
        .filter(module -> Files.exists(module.resolve("pom.xml")))
        .map(module -> module.resolve("src"))
        .filter(Files::isDirectory)
        .flatMap(House::javaFiles)
        .sorted()
        .toList();
  }

  /** The source files of the product, without its tests. */
  static List<Path> productSources() {
    return PRODUCT.stream()
        .map(module -> root().resolve(module).resolve("src").resolve("main"))
        .filter(Files::isDirectory)
        .flatMap(House::javaFiles)
        .sorted()
        .toList();
  }

  private static Stream<Path> folders(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(Files::isDirectory).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read once for all rules. */
  private static final class Product {
    static final JavaClasses CLASSES =
        new ClassFileImporter().importPaths(PRODUCT.stream().map(House::classes).toList());
  }

  private static Path classes(String module) {
    Path directory = root().resolve(module).resolve("target").resolve("classes");
    if (!Files.isDirectory(directory)) {
      throw new IllegalStateException(
          "Cannot check module " + module + ": " + directory + " is missing; compile it first");
    }
    return directory;
  }
}
