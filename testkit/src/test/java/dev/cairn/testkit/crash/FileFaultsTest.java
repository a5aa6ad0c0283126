package dev.cairn.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.storage.StoreThreads;
import dev.cairn.testkit.disk.Choices;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Devices;
import dev.cairn.testkit.sabotage.FaultyDevice;
import dev.cairn.testkit.sabotage.FaultyDevice.Fault;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Sabotage;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that a store makes to its file system fails once, and from each on all later ones. */
@Tag("once")
class FileFaultsTest {
  private static final int ENOUGH = 150;

  private final Recovery recovery = new Recovery(() -> Sabotage.NONE);

  @ParameterizedTest
  @EnumSource
  void noFaultOfAnyCallBreaksAPromise(Fault fault) {
    int calls = fail(fault, new Trial(Sabotage::below, FileFaultsTest::requireHelpful));

    assertThat(calls).isGreaterThan(ENOUGH);
  }

  private static void requireHelpful(CairnException told) {
    assertThat(told)
        .hasMessageStartingWith("Cannot ")
        .hasMessageContainingAll("/store", "; ")
        .message()
        .containsAnyOf(FaultyDevice.IO_ERROR, FaultyDevice.NO_SPACE);
  }

  static Stream<Arguments> sabotages() {
    return Stream.of(
        Arguments.of(Fault.ERROR_FOR_GOOD, above(Layers::swallowingErrors)),
        Arguments.of(Fault.DISK_FULL, above(Layers::swallowingErrors)),
        Arguments.of(Fault.LOST_ANSWER, above(Layers::lookingForTheEndAgain)),
        Arguments.of(Fault.ERROR, below(Devices::askingAgain)),
        Arguments.of(Fault.SHORT_WRITE, below(Devices::takingHalfForAll)),
        Arguments.of(Fault.READ_ERROR, below(Devices::missingWhatCannotBeRead)));
  }

  private static Function<Device, Sabotage> above(Layer layer) {
    return device -> new Sabotage(device, layer);
  }

  private static Function<Device, Sabotage> below(Function<Device, Device> around) {
    return device -> Sabotage.below(around.apply(device));
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void aFaultThatIsNotTakenSeriouslyIsFoundOut(Fault fault, Function<Device, Sabotage> sabotage) {
    Trial trial = new Trial(sabotage, told -> {});

    assertThatThrownBy(() -> fail(fault, trial)).isInstanceOf(BrokenPromise.class);
  }

  /**
   * One of a store.
   *
   * @param sabotage what is made of a faulty device
   * @param heard is given what a process is told that has to stop
   */
  private record Trial(Function<Device, Sabotage> sabotage, Consumer<CairnException> heard) {
    void perform(Play play, Stage stage) {
      try {
        play.perform(stage);
      } catch (CairnException told) {
        heard.accept(told);
      }
    }
  }

  // On one thread, so that the calls come in the same order every time.
  private int fail(Fault fault, Trial trial) {
    try (StoreThreads threads = new StoreThreads()) {
      return threads.call(
          () ->
              SystemCallsTest.plays()
                  .map(play -> failEachCall(Plays.all().get(play), fault, trial))
                  .sum());
    }
  }

  private int failEachCall(Play play, Fault fault, Trial trial) {
    int call = 1;
    while (hasFailed(play, new FaultyDevice(fault, call), call, trial)) {
      call++;
    }
    return call - 1;
  }

  private boolean hasFailed(Play play, FaultyDevice device, int call, Trial trial) {
    Disk disk = new Disk(new Inodes());
    Journal journal = new Journal(disk);
    try {
      trial.perform(play, new Stage(disk::mount, journal, () -> trial.sabotage().apply(device)));
      recovery.requireKept(left(disk.now(), call), journal.at(disk.moment()));
      return device.hasFailed();
    } catch (BrokenPromise broken) {
      throw broken.at(play + ", " + device);
    } catch (AssertionError wrong) {
      throw new AssertionError(play + ", " + device, wrong);
    }
  }

  /** By turns what a process leaves that dies, and what is left when the power fails then. */
  private static Inodes left(Inodes disk, int call) {
    return call % 2 == 0 ? disk : disk.afterPowerCut(Choices.losing());
  }
}
