package dev.cairn.core.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.model.StagePolicy.Retries;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Retries THREE = new Retries(3, Duration.ofSeconds(8));

  private final List<Duration> waits = new ArrayList<>();
  private final Retry retry = new Retry(new Random(1), waits::add);

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void waitsTwiceAsLongEachTimeLessUpToAHalf() {
    for (int tries = 1; tries <= 3; tries++) {
      assertThat(retry.pause(THREE, tries, new IOException())).isTrue();
    }

    assertThat(waits).hasSize(3);
    assertThat(waits.get(0)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(waits.get(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(waits.get(2)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
  }

  @Test
  void notAllWaitEquallyLong() {
    for (int i = 0; i < 20; i++) {
      retry.pause(THREE, 1, new IOException());
    }

    assertThat(waits.stream().distinct()).hasSizeGreaterThan(10);
  }

  @Test
  void afterTheLastTryThereIsNoOther() {
    assertThat(retry.pause(THREE, 4, new IOException())).isFalse();
    assertThat(retry.pause(Retries.NONE, 1, new IOException())).isFalse();
    assertThat(waits).isEmpty();
  }

  @Test
  void errorsAndInterruptsAreNotTriedAgain() {
    assertThat(retry.pause(THREE, 1, new AssertionError())).isFalse();
    assertThat(retry.pause(THREE, 1, new InterruptedException())).isFalse();
    assertThat(waits).isEmpty();
  }

  @Test
  void aThreadThatIsInterruptedDoesNotWait() {
    Thread.currentThread().interrupt();

    assertThat(retry.pause(THREE, 1, new IOException())).isFalse();
    assertThat(waits).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void anInterruptWhileWaitingEndsTheTriesAndStays() {
    Retry interrupted =
        new Retry(
            new Random(1),
            time -> {
              throw new InterruptedException();
            });

    assertThat(interrupted.pause(THREE, 1, new IOException())).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aJvmThatShutsDownEndsTheTries() {
    Retry ending = new Retry(new Random(1), time -> false);

    assertThat(ending.pause(THREE, 1, new IOException())).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
