package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {
  @Test
  void quotesWhatAShellWouldTakeApart() {
    assertThat(ResumeCommand.shell(List.of("java", "-jar", "my app.jar", "it's")))
        .isEqualTo("java -jar 'my app.jar' 'it'\\''s'");
  }

  @Test
  void leavesOutWhatLooksSecret() {
    assertThat(ResumeCommand.shell(List.of("java", "-Ddb.password=hunter2", "--token", "abc", "x")))
        .isEqualTo("java -Ddb.password=... --token ... x");
  }
}
