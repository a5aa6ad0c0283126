package dev.cairn.core.event.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalsTest {
  @TempDir Path folder;

  private boolean isTerminal(String target) throws IOException {
    return Terminals.isTerminal(Files.createSymbolicLink(folder.resolve("2"), Path.of(target)));
  }

  @Test
  void aPseudoTerminalIsOne() throws IOException {
    assertThat(isTerminal("/dev/pts/3")).isTrue();
  }

  @Test
  void aPipeIsNone() throws IOException {
    assertThat(isTerminal("pipe:[4711]")).isFalse();
  }

  @Test
  void aFileIsNone() throws IOException {
    assertThat(isTerminal("/home/me/errors.log")).isFalse();
  }

  @Test
  void whatCannotBeReadIsNone() {
    assertThat(Terminals.isTerminal(folder.resolve("nothing"))).isFalse();
  }
}
