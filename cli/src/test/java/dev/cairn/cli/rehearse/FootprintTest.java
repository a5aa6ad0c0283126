package dev.cairn.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
  @TempDir private Path directory;

  @Test
  void tellsWhichFilesAreNewOrDifferent() throws IOException {
    Path deep = Files.createDirectories(directory.resolve("out/deep"));
    Files.writeString(directory.resolve("same"), "as ever");
    Path longer = Files.writeString(deep.resolve("longer"), "a");
    Path touched = Files.writeString(deep.resolve("touched"), "a");
    Files.writeString(directory.resolve("gone"), "a");
    Footprint before = Footprint.of(directory);

    Files.writeString(longer, "more");
    Files.setLastModifiedTime(touched, FileTime.fromMillis(17));
    Files.writeString(directory.resolve("a new one"), "");
    Files.delete(directory.resolve("gone"));

    Path out = Path.of("out", "deep");
    assertThat(Footprint.of(directory).since(before))
        .containsExactly(
            "a new one", out.resolve("longer").toString(), out.resolve("touched").toString());
  }
}
