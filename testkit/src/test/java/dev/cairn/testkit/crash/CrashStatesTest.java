package dev.cairn.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.storage.StoreThreads;
import dev.cairn.testkit.sabotage.Sabotage;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The power fails everywhere. */
@Tag("once")
class CrashStatesTest {
  private static final int ENOUGH = 5_000;
  private static final long RANDOM_PLAYS = 5;

  @Test
  void nothingThatWasPromisedIsBrokenByAnyCrash() {
    CrashStates states = new CrashStates(() -> Sabotage.NONE);

    try (StoreThreads threads = new StoreThreads()) {
      threads.run(() -> plays(RANDOM_PLAYS).forEach(states::explore));
    }

    assertThat(states.count()).isGreaterThan(ENOUGH);
  }

  private static Stream<Play> plays(long random) {
    return Stream.concat(Plays.all().stream(), LongStream.range(0, random).mapToObj(Plays::random));
  }
}
