package dev.cairn.core.storage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.Trial;
import dev.cairn.core.storage.Trial.Result;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryProbeTest {
  private static final UUID ID = new UUID(0, 7);
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  private List<Trial> probe(FileEffect.Observer observer) {
    return DirectoryProbe.run(folder, ID, CLOCK, observer);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void triesAllThatAStoreDoesAndLeavesNothingBehind() throws IOException {
    try (Storage store = DirectoryStorage.open(folder)) {
      store.putIfAbsent(new StorageKey("runs/a/1/00000001.json"), Payload.of(new byte[1]));
    }
    List<Path> before = files();

    List<Trial> trials = DirectoryProbe.run(folder, ID, CLOCK);

    assertThat(trials)
        .noneMatch(trial -> trial.result() == Result.BROKEN)
        .extracting(Trial::name)
        .containsExactly(
            "file system",
            "fsync of files",
            "fsync of folders",
            "rename",
            "rights",
            "clock",
            "room",
            "hard links",
            "one file system",
            "put if absent",
            "read back",
            "listing",
            "replace",
            "delete");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC, fsync of files",
    "SYNC_FOLDER, fsync of folders",
    "REPLACE, rename",
    "LINK, hard links"
  })
  void whatCannotBeDoneIsBroken(FileEffect failing, String trial) throws IOException {
    List<Trial> trials =
        probe(
            (effect, path) -> {
              if (effect == failing) {
                throw new FileSystemException(path.toString(), null, "Operation not supported");
              }
            });

    assertThat(trials)
        .filteredOn(one -> one.name().equals(trial))
        .singleElement()
        .returns(Result.BROKEN, Trial::result)
        .extracting(Trial::found)
        .asString()
        .contains("Operation not supported");
    assertThat(files()).containsExactly(folder);
  }

  @Test
  void whatRestsOnLinksIsNotTriedWithoutThem() {
    List<Trial> trials =
        probe(
            (effect, path) -> {
              if (effect == FileEffect.LINK) {
                throw new UnsupportedOperationException("no links");
              }
            });

    assertThat(trials).extracting(Trial::name).doesNotContain("put if absent");
  }

  @Test
  void aFolderOfTheStoreThatTakesNoLinkIsNamed() throws IOException {
    Path runs = Files.createDirectory(folder.resolve("runs"));
    List<Trial> trials =
        probe(
            (effect, path) -> {
              if (effect == FileEffect.LINK && path.startsWith(runs)) {
                throw new FileSystemException(path.toString(), null, "Invalid cross-device link");
              }
            });

    assertThat(trials)
        .filteredOn(one -> one.name().equals("one file system"))
        .singleElement()
        .returns(Result.BROKEN, Trial::result)
        .extracting(Trial::found)
        .asString()
        .contains(runs.toString(), "Invalid cross-device link");
  }

  @Test
  void aClockThatIsOffIsTold() {
    InstantSource behind = InstantSource.offset(CLOCK, Duration.ofHours(-1));

    List<Trial> trials = DirectoryProbe.run(folder, ID, behind);

    assertThat(trials)
        .filteredOn(one -> one.name().equals("clock"))
        .extracting(Trial::result)
        .containsExactly(Result.NOTABLE);
  }

  @Test
  void aPlaceThatTakesNothingIsRefusedBeforeAnythingIsTried() {
    List<FileEffect> effects = new ArrayList<>();

    assertThatThrownBy(
            () ->
                probe(
                    (effect, path) -> {
                      effects.add(effect);
                      throw new FileSystemException(path.toString(), null, "Read-only file system");
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot try out " + folder)
        .hasMessageContaining("Read-only file system")
        .hasMessageContaining("nothing was written");
    assertThat(effects).containsExactly(FileEffect.MAKE_FOLDER);
  }

  @Test
  void whatCannotBeRemovedIsNamed() {
    assertThatThrownBy(
            () ->
                probe(
                    (effect, path) -> {
                      if (effect == FileEffect.REMOVE && path.endsWith("renamed")) {
                        throw new FileSystemException(path.toString(), null, "Busy");
                      }
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cairn-probe-" + ID)
        .hasMessageContaining("remove it by hand");
  }

  @ParameterizedTest
  @CsvSource({"ext4, HOLDS", "xfs, HOLDS", "tmpfs, NOTABLE", "fuse.sshfs, NOTABLE", "odd, NOTABLE"})
  void fileSystemsAreJudgedByTheirKind(String type, Result expected) {
    assertThat(FileSystemKind.of(type).result()).isEqualTo(expected);
  }
}
