package dev.cairn.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
final class ContractsTest {
  @TempDir Path directory;

  @Test
  void everyPublicTypeSaysWhatItIs() throws IOException {
    assertThat(Contracts.silentTypes(House.productSources())).isEmpty();
  }

  @Test
  void aSilentTypeIsSeen() throws IOException {
    Path silent = write("Silent.java", "package p; public interface Silent {}");
    Path telling = write("Telling.java", "package p; /** Tells. */ public interface Telling {}");
    Path hidden = write("Hidden.java", "package p; interface Hidden {}");

    List<String> violations = Contracts.silentTypes(List.of(silent, telling, hidden));

    assertThat(violations).singleElement().asString().contains("Silent.java");
  }

  @Test
  void everyPackageSaysWhereNullMayBe() throws IOException {
    List<Path> sources =
        House.productSources().stream()
            .filter(source -> !source.startsWith(House.root().resolve("annotations")))
            .toList();

    assertThat(Contracts.unmarkedPackages(sources)).isEmpty();
  }

  @Test
  void aPackageThatDoesNotSayItIsSeen() throws IOException {
    Path source = write("package-info.java", "/** Says something else. */ package p;");

    List<String> violations = Contracts.unmarkedPackages(List.of(source));

    assertThat(violations).singleElement().asString().contains(directory.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
