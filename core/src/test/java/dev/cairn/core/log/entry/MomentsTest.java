package dev.cairn.core.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {
  private static final long SEED = 7;

  @Test
  void everyMomentIsReadAsItWasWritten() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2000; i++) {
      long second = random.nextLong(-70_000_000_000L, 260_000_000_000L);
      Instant moment = Instant.ofEpochSecond(second, nanos(random));

      assertThat(Moments.parse(moment.toString())).as("seed %s", SEED).isEqualTo(moment);
    }
  }

  private static long nanos(SplittableRandom random) {
    long unit = new long[] {1, 1000, 1_000_000, 1_000_000_000}[random.nextInt(4)];
    return random.nextLong(1_000_000_000) / unit * unit;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28T23:59:59Z",
        "2024-02-29T00:00:00.5Z",
        "2026-11-23T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "+12026-11-23T10:00:00Z",
        "-0001-11-23T10:00:00Z",
        "2026-11-23T10:00:00.Z"
      })
  void whatTheJdkReadsIsReadTheSame(String text) {
    assertThat(Moments.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:61:00Z",
        "2026-01-01T00:00:61Z",
        "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01T00:00:00.+12Z",
        "2026-01-01T00:00:0\u0661Z",
        "2026-01-01T00:00:-1Z"
      })
  void whatIsNoMomentIsRefused(String text) {
    assertThatThrownBy(() -> Moments.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
