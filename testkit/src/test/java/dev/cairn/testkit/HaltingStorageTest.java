package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.HaltingStorage.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaltingStorageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"BEFORE, 1", "AFTER, 2"})
  void aJvmStoppedAtACommitKeepsWhatHadReturned(Moment moment, int checkpoints) throws Exception {
    Calls.open(DirectoryStorage.open(folder)).close();

    // Of the second commit's two calls the first writes its entry.
    int status = runProgram(callsUpToTheFirstCommit() + 1, moment);

    assertThat(status).isEqualTo(HaltingStorage.EXIT_STATUS);
    try (RunStore store = Calls.open(DirectoryStorage.open(folder))) {
      assertThat(newest(store).checkpoints()).hasSize(checkpoints);
      assertThat(newest(store).damages()).isEmpty();
      assertThat(store.read(newest(store).checkpoints().get(0)).toBytes())
          .isEqualTo(payload("first").toBytes());
    }
  }

  @Test
  void theRunOfAKilledProcessIsClaimedAtOnceOnLinux() throws Exception {
    Calls.open(DirectoryStorage.open(folder)).close();
    runProgram(callsUpToTheFirstCommit(), Moment.AFTER);

    try (RunStore store = Calls.open(DirectoryStorage.open(folder))) {
      if (Files.exists(Path.of("/proc/sys/kernel/random/boot_id"))) {
        RunLog log = claimed(store.claim(newest(store)));
        assertThat(log.epoch()).isGreaterThan(1);
      }
    }
  }

  private static int callsUpToTheFirstCommit() {
    MemoryStorage storage = new MemoryStorage();
    Calls.open(storage).close();
    HaltingStorage counting = new HaltingStorage(storage, 0, Moment.BEFORE);
    try (RunStore store = Calls.open(counting)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.commit(call("Nightly.step", 0), payload("first"));
      return counting.calls();
    }
  }

  private int runProgram(int haltingCall, Moment moment) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.toString(),
                Integer.toString(haltingCall),
                moment.name())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Commits twice on a storage that stops the JVM. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      HaltingStorage storage =
          new HaltingStorage(
              DirectoryStorage.open(Path.of(args[0])),
              Integer.parseInt(args[1]),
              Moment.valueOf(args[2]));
      RunStore store = Calls.open(storage);
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      for (String text : List.of("first", "second")) {
        log.commit(call("Nightly.step", 0), payload(text));
      }
    }
  }
}
