package dev.cairn.testkit.storages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No storage is left out: each has a test of its name that runs the contract. */
@Tag("once")
class EveryStorageTest {
  private static final Path CORE = Path.of("..", "core", "src", "main");
  private static final Path TESTKIT = Path.of("src", "main");
  private static final Path HERE =
      Path.of("src", "test", "java", "dev", "cairn", "testkit", "storages");

  private static final Pattern STORAGE =
      Pattern.compile(
          "final class (\\w+)\\s+(?:extends (?:Forwarding|Watched)Storage|implements Storage)\\b");
  private static final Pattern CONTRACTED =
      Pattern.compile("class (\\w+)Test extends StorageContract\\b");

  @Test
  void isHeldToTheContract() throws IOException {
    Set<String> storages = new TreeSet<>(named(STORAGE, CORE));
    storages.addAll(named(STORAGE, TESTKIT));

    assertThat(storages).contains("DirectoryStorage", "RetryingStorage", "HaltingStorage");
    assertThat(named(CONTRACTED, HERE)).containsAll(storages);
  }

  private static Set<String> named(Pattern pattern, Path below) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(below)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(EveryStorageTest::text)
          .map(pattern::matcher)
          .flatMap(Matcher::results)
          .forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
