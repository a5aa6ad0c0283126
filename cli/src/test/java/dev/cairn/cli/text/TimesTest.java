package dev.cairn.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "-5,just now",
    "0,just now",
    "1,1 s ago",
    "59,59 s ago",
    "60,1 min ago",
    "3599,59 min ago",
    "3600,1 h ago",
    "86399,23 h ago",
    "172800,2 d ago"
  })
  void anAgeHasOneUnit(long seconds, String text) {
    Instant now = Instant.parse("2026-11-23T06:00:00Z");

    assertThat(Times.age(now.minusSeconds(seconds), now)).isEqualTo(text);
  }

  @Test
  void aTimeIsLocal() {
    Instant instant = Instant.parse("2026-11-23T22:30:05.999Z");

    assertThat(Times.time(instant, ZoneId.of("Asia/Kolkata"))).isEqualTo("2026-11-24 04:00:05");
  }
}
