package dev.cairn.core.graph.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Quiet quiet = new Quiet();

  @Test
  void lastsWhenNothingWasBegunForMoreThanAMinute() {
    assertThat(quiet.lasts(7, 0)).isFalse();
    assertThat(quiet.lasts(7, MINUTE)).isFalse();
    assertThat(quiet.lasts(7, MINUTE + 1)).isTrue();
  }

  @Test
  void isOverWithTheNextInitialiser() {
    quiet.lasts(7, 0);

    assertThat(quiet.lasts(8, 2 * MINUTE)).isFalse();
    assertThat(quiet.lasts(8, 3 * MINUTE + 1)).isTrue();
  }

  @Test
  void neverLastsWhereTheJvmDoesNotCount() {
    quiet.lasts(-1, 0);

    assertThat(quiet.lasts(-1, 5 * MINUTE)).isFalse();
  }
}
