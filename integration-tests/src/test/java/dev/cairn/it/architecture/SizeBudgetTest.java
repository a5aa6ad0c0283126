package dev.cairn.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
final class SizeBudgetTest {
  private static final SizeBudget SMALL = new SizeBudget(4, 9, 2);

  @TempDir Path directory;

  @Test
  void everythingFitsIntoOneHead() throws IOException {
    List<Path> sources = House.sources();

    assertThat(sources)
        .hasSizeGreaterThan(50)
        .anyMatch(source -> source.endsWith("benchmarks/peers/PeersFigures.java"));
    assertThat(SizeBudget.OURS.violations(sources)).isEmpty();
  }

  @Test
  void anythingTooLongIsSeen() throws IOException {
    Path source =
        write(
            "Long.java",
            """
            class Long {
              static {
                count = 1;
                count = 2;
                count = 3;
              }
              Runnable lambda = () -> {
                count = 1;
                count = 2;
                count = 3;
              };
              @Override
              public void method() {
                count = 1;
                count = 2;
              }
            }
            """);

    List<String> violations = SMALL.violations(List.of(source));

    assertThat(violations)
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("file has 17 lines, 9 fit"))
        .anySatisfy(line -> assertThat(line).contains("initializer has 5 lines, 4 fit"))
        .anySatisfy(line -> assertThat(line).contains("lambda has 5 lines, 4 fit"))
        .anySatisfy(line -> assertThat(line).contains("method method has 5 lines, 4 fit"));
  }

  @Test
  void aCrowdedPackageIsSeen() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : List.of("A", "B", "C", "package-info")) {
      sources.add(write(name + ".java", ""));
    }

    List<String> violations = SMALL.violations(sources);

    assertThat(violations).containsExactly(directory + " has 3 files");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
