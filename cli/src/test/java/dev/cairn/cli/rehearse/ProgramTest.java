package dev.cairn.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.rehearsal.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir Path directory;

  @Test
  void whatWasBrokenOffStartsNothing() {
    Program program = java("-version");

    program.close();

    assertThatThrownBy(() -> run(program)).hasMessageContaining("broken off");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theStatusOfTheCommandIsTold() {
    try (Program program = java("--no-such-option")) {
      assertThat(run(program).status()).isEqualTo(1);
    }
  }

  private Program java(String argument) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Program(List.of(java.toString(), argument), directory, Path.of("none.jar"));
  }

  private Trial run(Program program) {
    return program.run(new Rehearsal(directory, "reference", 0), Duration.ofMinutes(1));
  }
}
