package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {
  @Test
  void writesBytesWithABinaryUnit() {
    assertThat(Amounts.bytes(0)).isEqualTo("0 B");
    assertThat(Amounts.bytes(1023)).isEqualTo("1023 B");
    assertThat(Amounts.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Amounts.bytes(10_485_760)).isEqualTo("10 MiB");
    assertThat(Amounts.bytes(Long.MAX_VALUE)).endsWith("TiB");
  }

  @Test
  void writesDurationsInTheUnitThatFits() {
    assertThat(Amounts.duration(Duration.ofNanos(1))).isEqualTo("0 ms");
    assertThat(Amounts.duration(Duration.ofMillis(340))).isEqualTo("340 ms");
    assertThat(Amounts.duration(Duration.ofMillis(2310))).isEqualTo("2.31 s");
    assertThat(Amounts.duration(Duration.ofSeconds(125))).isEqualTo("2 m 05 s");
    assertThat(Amounts.duration(Duration.ofMinutes(61))).isEqualTo("1 h 01 m");
    assertThat(Amounts.duration(Duration.ofMillis(-340))).isEqualTo("-340 ms");
  }
}
