package dev.cairn.it.byhand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.CommandLine;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.byhand.program.Trains;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsIT {
  @TempDir Path store;

  private ForkedJvm trains(boolean loads) {
    return ForkedJvm.of(Trains.class).withClassPathOfTheTest().withArguments(store, loads);
  }

  @Test
  void whatWasSavedBeforeAKillIsLoadedAfterIt() {
    trains(false).start().awaitLine("saved epoch 5.").kill();
    Ended second = trains(false).start().awaitLine("saved epoch 14.").kill();

    Ended loading = trains(true).run();

    assertThat(second.out()).doesNotContain("saved epoch 5.");
    assertThat(loading.status()).as("%s", loading).isZero();
    List<String> loaded = loading.out().lines().toList();
    assertThat(loaded)
        .startsWith(
            IntStream.rangeClosed(1, 14)
                .mapToObj(epoch -> "loaded epoch " + epoch + " at " + epoch)
                .toArray(String[]::new))
        .endsWith("damaged: 0");
    assertThat(new CommandLine(store).run("checkpoints", "--where", "epoch=14").out())
        .contains("save [epoch 14]");
  }
}
