package dev.cairn.core.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeadroomTest {
  private static final int SMALL_STACK_BYTES = 512 << 10;

  private final AtomicInteger enough = new AtomicInteger();
  private final AtomicInteger tooLittle = new AtomicInteger();

  @Test
  void thereIsEnoughAtFirstAndTooLittleBeforeTheEnd() throws InterruptedException {
    Thread thread = new Thread(null, this::descend, "small", SMALL_STACK_BYTES);
    thread.start();
    thread.join();

    assertThat(enough).hasPositiveValue();
    assertThat(tooLittle).as("frames that follow").hasValueGreaterThan(100);
  }

  private void descend() {
    try {
      look();
    } catch (StackOverflowError theEnd) {
      tooLittle.incrementAndGet();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack is full
  private void look() {
    AtomicInteger found = tooLittle.get() == 0 && Headroom.isEnough() ? enough : tooLittle;
    found.incrementAndGet();
    look();
  }
}
