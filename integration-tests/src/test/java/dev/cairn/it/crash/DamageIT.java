package dev.cairn.it.crash;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.StoreFiles.Harm;
import dev.cairn.it.crash.program.Album;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of a store is truncated, altered and deleted before the run is resumed. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class DamageIT {
  /** What is finished when the store is damaged, in the order of the log after its opening. */
  private static final List<String> STAGES =
      List.of("shoot 0", "caption summer 0", "shoot 1", "caption summer 1", "sort");

  private Path origin;
  private Reference reference;
  private StoreFiles sound;

  @BeforeAll
  void leaveARunUnfinished(@TempDir Path elsewhere, @TempDir Path here) {
    reference = Reference.of(Attempts.of(Album.class, elsewhere));
    origin = here;
    Attempts attempts = Attempts.of(Album.class, origin);
    attempts.haltedAt("returned sort");
    sound = new StoreFiles(attempts.store());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedEntries")
  void aDamagedCheckpointIsNamedAndItsStageRunsAgain(Damaged damaged, @TempDir Path directory)
      throws IOException {
    Resumed resumed = resumed(damaged, directory);

    assertThat(resumed.attempts().repeated())
        .as("%s", resumed.ended())
        .containsExactlyInAnyOrderElementsOf(STAGES.subList(stage(damaged.file()), 5));
    if (!isLastEntryDeleted(damaged)) {
      assertThat(resumed.ended().err()).contains(damaged.fileName().replace(".pack", ""));
    }
  }

  private boolean isLastEntryDeleted(Damaged damaged) throws IOException {
    return damaged.harm() == Harm.DELETED
        && damaged.file().equals(entries().get(entries().size() - 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherDamages")
  void otherDamageCostsAtMostTheRun(Damaged damaged, @TempDir Path directory) throws IOException {
    Resumed resumed = resumed(damaged, directory);

    boolean harmless =
        damaged.fileName().equals("hb")
            || (damaged.fileName().equals("STORE.json") && damaged.harm() == Harm.DELETED);
    if (!harmless) {
      assertThat(resumed.ended().err()).contains(damaged.fileName());
    }
    assertThat(resumed.attempts().repeated().isEmpty()).isEqualTo(harmless);
  }

  private Resumed resumed(Damaged damaged, Path directory) throws IOException {
    Attempts attempts = Attempts.of(Album.class, directory);
    StoreFiles.copy(origin, directory);
    StoreFiles store = new StoreFiles(attempts.store());
    store.harm(damaged.file(), damaged.harm());
    StoreFiles.Content before = store.content();

    Ended ended = attempts.run();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).as("%s", ended).isEqualTo(reference.out());
    assertThat(ended.foreignLines()).isEmpty();
    assertThat(store.content().lacksOf(before)).as("gone or changed").isEmpty();
    return new Resumed(attempts, ended);
  }

  private record Resumed(Attempts attempts, Ended ended) {}

  private List<String> entries() throws IOException {
    return sound.files().stream().filter(file -> file.matches(".*/0[0-9]{7}\\.json")).toList();
  }

  /** The stage whose checkpoint stands in a file: entry 2 or the pack that entry 2 names is 0. */
  private int stage(String file) throws IOException {
    List<String> entries = entries();
    if (!file.endsWith(".pack")) {
      return entries.indexOf(file) - 1;
    }
    String name = file.replaceFirst(".*/", "").replace(".pack", "");
    for (String entry : entries) {
      if (sound.text(entry).contains(name)) {
        return entries.indexOf(entry) - 1;
      }
    }
    throw new AssertionError("no entry names " + file);
  }

  Stream<Damaged> damagedEntries() throws IOException {
    return damages(sound.files().stream().filter(not(this::isOther)).toList());
  }

  Stream<Damaged> otherDamages() throws IOException {
    return damages(sound.files().stream().filter(this::isOther).toList());
  }

  private boolean isOther(String file) {
    return file.endsWith("hb") || file.endsWith("STORE.json") || file.endsWith("00000001.json");
  }

  private static Stream<Damaged> damages(List<String> files) {
    List<Damaged> all = new ArrayList<>();
    for (String file : files) {
      for (Harm harm : Harm.values()) {
        all.add(new Damaged(file, harm));
      }
    }
    return Spread.of(all).stream();
  }

  /** One file, harmed. */
  record Damaged(String file, Harm harm) {
    String fileName() {
      return file.substring(file.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      return fileName() + " " + harm;
    }
  }
}
