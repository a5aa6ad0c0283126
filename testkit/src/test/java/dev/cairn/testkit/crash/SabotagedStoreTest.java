package dev.cairn.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.storage.StoreThreads;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.sabotage.Devices;
import dev.cairn.testkit.sabotage.Guarantees;
import dev.cairn.testkit.sabotage.Sabotage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The crashes find out what they are there for. */
@Tag("once")
class SabotagedStoreTest {
  @Test
  void everyBrokenRuleIsFoundOutAsThePageSays(TestReporter reporter) throws IOException {
    String table = onStoreThread(SabotagedStoreTest::table);

    assertThat(table).doesNotContain("nothing");
    Guarantees.requireShown(table, reporter);
  }

  private static String table() {
    return Sabotages.all().stream()
        .map(one -> "| " + one.name() + " | " + found(one.made()) + " |\n")
        .collect(Collectors.joining());
  }

  // There a store changes threads for nothing.
  private static <T> T onStoreThread(Supplier<T> task) {
    try (StoreThreads threads = new StoreThreads()) {
      return threads.call(task);
    }
  }

  private static String found(Supplier<Sabotage> sabotage) {
    CrashStates states = new CrashStates(sabotage);
    return Plays.all().stream()
        .map(play -> found(states, play))
        .flatMap(Optional::stream)
        .findFirst()
        .map(broken -> broken.kind().toString())
        .orElse("nothing");
  }

  private static Optional<BrokenPromise> found(CrashStates states, Play play) {
    try {
      states.explore(play);
      return Optional.empty();
    } catch (BrokenPromise broken) {
      return Optional.of(broken);
    }
  }

  static Stream<Named<Supplier<Device>>> unreliableDisks() {
    return Stream.of(
        Named.of("one that loses writes", Devices::losingWrites),
        Named.of("one whose answers get lost", Devices::losingAnswers));
  }

  /** So it is not the disk alone that the rules above are broken by. */
  @ParameterizedTest
  @MethodSource("unreliableDisks")
  void anUnreliableDiskAloneBreaksNoPromise(Supplier<Device> disk) {
    CrashStates states = new CrashStates(() -> Sabotage.below(disk.get()));

    int explored =
        onStoreThread(
            () -> {
              Plays.all().stream().limit(3).forEach(states::explore);
              return states.count();
            });

    assertThat(explored).isGreaterThan(400);
  }
}
