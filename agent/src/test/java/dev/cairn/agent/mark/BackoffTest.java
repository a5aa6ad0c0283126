package dev.cairn.agent.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "2s, PT2S", "3 m, PT3M", "1h, PT1H", "1d, PT24H", "0s, PT0S"})
  void readsANumberAndAUnit(String text, Duration expected) {
    assertThat(Backoff.parse(text)).isEqualTo(expected);
  }

  @Test
  void readsIso8601() {
    assertThat(Backoff.parse("PT0.5S")).isEqualTo(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "soon", "-1s", "PT-1S", "2d", "99999999999s", "1 week"})
  void refusesAnythingElseAndSaysHowToWriteIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backoff.parse(text))
        .withMessageContaining("\"" + text + "\"")
        .withMessageContaining("500ms");
  }
}
