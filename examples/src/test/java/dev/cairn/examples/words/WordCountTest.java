package dev.cairn.examples.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCountTest {

  private static final String FIRST_LINE = "public final class WordCount {";

  @TempDir private Path directory;

  @BeforeEach
  void writeTexts() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("texts"));
    Files.writeString(folder.resolve("a.txt"), "one two");
    Files.writeString(folder.resolve("b.txt"), "two three, two.\n");
  }

  @Test
  void countsTheWordsOfAllTexts() throws IOException {
    Path result = directory.resolve("result.txt");

    WordCount.main(new String[] {directory.resolve("texts").toString(), result.toString()});

    assertThat(result).hasContent("{one=1, three=1, two=3}");
  }

  @Test
  @Tag("once")
  void isTheExampleOfTheReadme() throws IOException {
    Path root = Path.of(System.getProperty("build.root", ".."));
    String source =
        Files.readString(
            root.resolve("examples/src/main/java/dev/cairn/examples/words/WordCount.java"));

    String readme = Files.readString(root.resolve("README.md"));

    assertThat(readme).contains(source.substring(source.indexOf(FIRST_LINE)));
  }
}
