package dev.cairn.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.storage.StoreThreads;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty thousand times the same store, and each time something else happens to it. */
@Tag("once")
class SimulationTest {
  private static final long FIRST = Long.getLong("simulation.seed", 0);
  private static final long COUNT = Long.getLong("simulation.count", 20_000);
  private static final long ENOUGH_TO_BITE = 3_000;

  @Test
  void nothingThatWasPromisedIsBrokenInAnyOrder() {
    OptionalLong found = firstBroken(directory -> directory, FIRST, COUNT);

    assertThat(found.stream())
        .as("replay it with -Dsimulation.seed=SEED -Dsimulation.count=1")
        .isEmpty();
  }

  static Stream<Named<Layer>> sabotages() {
    return Stream.of(
        Named.of("looks for the end of the log again", Layers::lookingForTheEndAgain),
        Named.of("overlooks that the run was deleted", Layers::overlookingTombs),
        Named.of("takes a name whatever had it", Layers::overwriting),
        Named.of("removes packs before the FORGET", Layers::removingPacksBeforeForgetting),
        Named.of("removes a run before its TOMB", Layers::removingRunsBeforeTheirTomb),
        Named.of("cleans up what an unknown outcome leaves", Layers::cleaningUp),
        Named.of("writes the entry before its pack", Layers::puttingPacksAfterEntries),
        Named.of("acknowledges before it writes", Layers::acknowledgingBeforeWriting));
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void aBrokenRuleIsFoundOut(Layer layer) {
    assertThat(firstBroken(layer, 0, ENOUGH_TO_BITE)).isPresent();
  }

  private static OptionalLong firstBroken(Layer layer, long first, long count) {
    try (StoreThreads threads = new StoreThreads();
        Simulation simulation = new Simulation(layer)) {
      return threads.call(
          () ->
              LongStream.range(first, first + count)
                  .filter(seed -> !simulation.run(seed).isEmpty())
                  .findFirst());
    }
  }
}
