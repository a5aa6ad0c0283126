package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Large;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that has room in the heap once, with its snapshot elsewhere. */
class LargeStateIT {
  @TempDir Path directory;

  @Test
  void halfTheHeapIsSavedReadBackAndRestored() throws IOException {
    isSavedAndRestored("-Xmx256m", 16);
  }

  @Test
  @Tag("nightly")
  void twoGigabytesInAHeapOfFour() throws IOException {
    isSavedAndRestored("-Xmx4g", 256);
  }

  private void isSavedAndRestored(String heap, int arrays) throws IOException {
    Attempts plain = Attempts.of(Large.class, directory);
    Attempts attempts =
        new Attempts(plain.program().withOption(heap).withArguments(arrays), directory)
            .withProperty("cairn.state.max", "3GiB")
            .withProperty("cairn.compression", "none");
    String without = attempts.withoutAgent().out();
    attempts.haltedAt("returned change");

    Ended resumed = attempts.run();

    assertThat(resumed.out()).as("%s", resumed).isEqualTo(without);
    assertThat(resumed.err()).contains("complete: 0 executed, 2 restored, 0 unprotected");
    try (Stream<Path> left = Files.list(attempts.store().resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }
}
