package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodPatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Nightly#parse, com.acme.Nightly, parse, true",
    "com.acme.Nightly#parse, com.acme.Nightly, parseAll, false",
    "com.acme.Nightly#parse, comXacme.Nightly, parse, false",
    "com.acme.Nightly$Part#parse, com.acme.Nightly$Part, parse, true",
    "com.acme.*#load*, com.acme.Nightly$Part, loadAll, true",
    "com.acme.*#load*, com.acme.deep.Nightly, load, false",
    "com.acme.**#load, com.acme.deep.Nightly, load, true",
    "**Job#*, com.acme.NightlyJob, run, true",
    "Main#*, Main, main, true"
  })
  void aPatternMatches(String pattern, String className, String method, boolean expected) {
    assertThat(MethodPattern.of(pattern).matches(className, method)).isEqualTo(expected);
  }
}
