package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "812,812 B",
    "1023,1023 B",
    "1024,1.0 KiB",
    "1434,1.4 KiB",
    "10188,9.9 KiB",
    "10189,10 KiB",
    "24064,24 KiB",
    "1048063,1023 KiB",
    "1048064,1.0 MiB",
    "1073741824,1.0 GiB",
    "9223372036854775807,8.0 EiB"
  })
  void aSizeHasABinaryUnit(long bytes, String text) {
    assertThat(Amounts.size(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 runs", "1,1 run", "2,2 runs"})
  void oneThingIsNoPlural(long number, String text) {
    assertThat(Amounts.count(number, "run")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-340,-340 ms",
    "0,0 ms",
    "999,999 ms",
    "1000,1.0 s",
    "3249,3.2 s",
    "9960,10 s",
    "59499,59 s",
    "59500,1 min 00 s",
    "125000,2 min 05 s",
    "3599499,59 min 59 s",
    "3599500,1 h 00 min",
    "11220000,3 h 07 min",
    "93600000,1 d 02 h"
  })
  void aDurationHasTheUnitsThatMatter(long millis, String text) {
    assertThat(Amounts.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
