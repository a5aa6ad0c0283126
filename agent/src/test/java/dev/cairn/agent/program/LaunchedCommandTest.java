package dev.cairn.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchedCommandTest {
  @Test
  void takesTheWordsApartWhereTheSystemTellsThem() {
    List<String> words = List.of("-Xmx1g", "-jar", "my app.jar", "a b", "c");

    assertThat(LaunchedCommand.of("my app.jar a b c", words))
        .contains(new LaunchedCommand("my app.jar", List.of("a b", "c")));
  }

  @Test
  void aWordThatIsEmptyIsAWord() {
    assertThat(LaunchedCommand.of("Main a ", List.of("-cp", ".", "Main", "a", "")))
        .contains(new LaunchedCommand("Main", List.of("a", "")));
  }

  @Test
  void takesTheArgumentsAsOneTextWhereTheSystemDoesNotTellThem() {
    assertThat(LaunchedCommand.of("com.acme.Main a b", List.of()))
        .contains(new LaunchedCommand("com.acme.Main", List.of("a b")));
    assertThat(LaunchedCommand.of("com.acme.Main", List.of()))
        .contains(new LaunchedCommand("com.acme.Main", List.of()));
  }

  @Test
  void whereNoLauncherStartedTheJvmThereIsNone() {
    assertThat(LaunchedCommand.of("", List.of("jsvc"))).isEmpty();
  }
}
