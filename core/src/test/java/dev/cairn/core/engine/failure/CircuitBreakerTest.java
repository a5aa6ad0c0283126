package dev.cairn.core.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.EventLines;
import dev.cairn.core.event.Listeners;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures of Cairn itself are told, and repeated ones switch it off. */
class CircuitBreakerTest {
  private final List<String> lines = new ArrayList<>();
  private final CircuitBreaker breaker =
      new CircuitBreaker(new Listeners(List.of(event -> lines.add(EventLines.line(event)))));

  @Test
  void everyFailureIsToldWithWhereItHappened() {
    breaker.failed("deciding on a call in com.acme.Nightly", new IllegalStateException("bug"));

    assertThat(breaker.isOpen()).isFalse();
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("com.acme.Nightly", "IllegalStateException: bug", getClass().getName());
  }

  @Test
  void repeatedFailuresSwitchItOffLoudlyAndOnce() {
    for (int i = 0; i < CircuitBreaker.MOST_FAILURES + 3; i++) {
      breaker.failed("saving", new IllegalStateException("bug"));
    }

    assertThat(breaker.isOpen()).isTrue();
    assertThat(lines).hasSize(CircuitBreaker.MOST_FAILURES + 1);
    assertThat(lines.get(CircuitBreaker.MOST_FAILURES))
        .startsWith("warning: Cairn is SWITCHED OFF");
  }

  @Test
  void whatWasToldAlreadyIsCountedOnly() {
    for (int i = 0; i < CircuitBreaker.MOST_FAILURES; i++) {
      breaker.count(new OutOfMemoryError());
    }

    assertThat(lines).singleElement().asString().contains("SWITCHED OFF");
  }

  @Test
  void aFullStackIsTheProgramsAndDoesNotCount() {
    for (int i = 0; i < CircuitBreaker.MOST_FAILURES; i++) {
      breaker.count(new StackOverflowError());
    }

    assertThat(breaker.isOpen()).isFalse();
    assertThat(lines).isEmpty();
  }
}
