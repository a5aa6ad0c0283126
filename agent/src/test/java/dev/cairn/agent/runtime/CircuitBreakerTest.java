package dev.cairn.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures of Cairn itself stay with Cairn, and repeated ones switch it off. */
class CircuitBreakerTest {
  private final List<String> warnings = new ArrayList<>();
  private final CircuitBreaker breaker = new CircuitBreaker(warnings::add);

  @Test
  void everyFailureIsToldWithWhereItHappened() {
    breaker.failed("deciding on a call in com.acme.Nightly", new IllegalStateException("bug"));

    assertThat(breaker.isOpen()).isFalse();
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("com.acme.Nightly", "IllegalStateException: bug", getClass().getName());
  }

  @Test
  void repeatedFailuresSwitchItOffLoudlyAndOnce() {
    for (int i = 0; i < CircuitBreaker.LIMIT + 3; i++) {
      breaker.failed("saving", new IllegalStateException("bug"));
    }

    assertThat(breaker.isOpen()).isTrue();
    assertThat(warnings).hasSize(CircuitBreaker.LIMIT + 1);
    assertThat(warnings.get(CircuitBreaker.LIMIT)).startsWith("switched off");
  }
}
