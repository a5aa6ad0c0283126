package dev.cairn.core.storage.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectoryStorageTest {
  private static final StorageKey KEY = new StorageKey("runs/p/1/00000001.json");
  private static final Payload CONTENT = Payload.of("content".getBytes(UTF_8));

  @TempDir Path folder;

  @Test
  void makesAnObjectDurableBeforeItHasANameAndItsNameBeforeItReturns() {
    List<String> effects = new ArrayList<>();
    Storage storage = DirectoryStorage.open(folder, (effect, path) -> note(effects, effect, path));
    storage.putIfAbsent(new StorageKey("runs/p/1/first"), CONTENT);
    effects.clear();

    storage.putIfAbsent(KEY, CONTENT);

    assertThat(effects)
        .containsExactly(
            "WRITE draft", "SYNC draft", "LINK 00000001.json", "REMOVE draft", "SYNC_FOLDER 1");
  }

  @Test
  void makesEveryNewFolderDurableInItsParent() {
    List<String> effects = new ArrayList<>();
    Path root = folder.resolve("a").resolve("store");
    Storage storage = DirectoryStorage.open(root, (effect, path) -> note(effects, effect, path));

    storage.putIfAbsent(KEY, CONTENT);

    assertThat(effects)
        .containsSubsequence("MAKE_FOLDER a", "SYNC_FOLDER " + folder.getFileName())
        .containsSubsequence("MAKE_FOLDER store", "SYNC_FOLDER a")
        .containsSubsequence("MAKE_FOLDER runs", "SYNC_FOLDER store")
        .containsSubsequence("MAKE_FOLDER 1", "SYNC_FOLDER p", "LINK 00000001.json");
  }

  @Test
  void syncsTheWayToAFolderThatAnotherProcessMade() {
    DirectoryStorage.open(folder).putIfAbsent(KEY, CONTENT);
    List<String> effects = new ArrayList<>();
    Storage storage = DirectoryStorage.open(folder, (effect, path) -> note(effects, effect, path));

    storage.putIfAbsent(new StorageKey("runs/p/1/other"), CONTENT);

    assertThat(effects).contains("SYNC_FOLDER runs", "SYNC_FOLDER p", "SYNC_FOLDER 1");
  }

  @Test
  void syncsTheWayToAnObjectThatAnotherProcessMade() {
    DirectoryStorage.open(folder).putIfAbsent(KEY, CONTENT);
    List<String> effects = new ArrayList<>();
    Storage storage = DirectoryStorage.open(folder, (effect, path) -> note(effects, effect, path));

    boolean created = storage.putIfAbsent(KEY, CONTENT);

    assertThat(created).isFalse();
    assertThat(effects).contains("SYNC_FOLDER runs", "SYNC_FOLDER p", "SYNC_FOLDER 1");
  }

  private static void note(List<String> effects, FileEffect effect, Path path) {
    String name = String.valueOf(path.getFileName());
    effects.add(effect + " " + (name.endsWith(".tmp") ? "draft" : name));
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "SYNC", "LINK", "SYNC_FOLDER"})
  void aFailedEffectIsToldAndTheNextTryStartsAfresh(FileEffect failing) throws IOException {
    List<FileEffect> armed = new ArrayList<>();
    Storage storage =
        DirectoryStorage.open(
            folder,
            (effect, path) -> {
              if (armed.remove(effect)) {
                throw new FileSystemException(path.toString(), null, "Input/output error");
              }
            });
    storage.putIfAbsent(new StorageKey("runs/p/1/first"), CONTENT);
    armed.add(failing);

    assertThatThrownBy(() -> storage.putIfAbsent(KEY, CONTENT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot write")
        .hasMessageContaining("Input/output error");
    boolean linked = failing == FileEffect.SYNC_FOLDER;
    assertThat(storage.exists(KEY)).isEqualTo(linked);
    assertThat(storage.putIfAbsent(KEY, CONTENT)).isEqualTo(!linked);
    try (Stream<Path> drafts = Files.list(folder.resolve("tmp"))) {
      assertThat(drafts).isEmpty();
    }
  }

  @Test
  void knowsItsOwnFileWhereANetworkFileSystemAsksTwice() throws IOException {
    DurableFiles files = new DurableFiles(FileEffect.Observer.NONE);
    Path draft = Files.writeString(folder.resolve("draft"), "x");
    Path other = Files.writeString(folder.resolve("other"), "x");
    Path name = folder.resolve("name");
    files.link(draft, name);

    assertThat(files.link(draft, name)).isTrue();
    assertThat(files.link(other, name)).isFalse();
  }

  @Test
  void onlyALostNameLeavesTheOutcomeUnknown() {
    assertThat(failureAt(FileEffect.SYNC).retryable()).isFalse();
    assertThat(failureAt(FileEffect.LINK).retryable()).isTrue();
    assertThat(failureAt(FileEffect.SYNC_FOLDER).retryable()).isTrue();
  }

  private StoreException failureAt(FileEffect failing) {
    List<FileEffect> armed = new ArrayList<>();
    Storage storage =
        DirectoryStorage.open(
            folder.resolve(failing.name()),
            (effect, path) -> {
              if (armed.contains(effect)) {
                throw new IOException("broken");
              }
            });
    storage.putIfAbsent(new StorageKey("runs/p/1/first"), CONTENT);
    armed.add(failing);
    try {
      storage.putIfAbsent(KEY, CONTENT);
    } catch (StoreException e) {
      return e;
    }
    throw new AssertionError(failing + " did not fail");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatCannotBeLookedAtIsNotTakenForAbsent() throws IOException {
    Storage storage = DirectoryStorage.open(folder);
    StorageKey run = new StorageKey("runs/p/1");
    StorageKey marker = run.resolve("TOMB");
    storage.putIfAbsent(KEY, CONTENT);
    Files.createSymbolicLink(folder.resolve(marker.path()), Path.of(marker.name()));

    assertThatThrownBy(() -> storage.exists(marker))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot look for " + folder.resolve(marker.path()));
    assertThatThrownBy(() -> storage.list(run))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot list " + folder.resolve(run.path()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isPrivateToItsUser() throws IOException {
    Path root = folder.resolve("store");

    DirectoryStorage.open(root).putIfAbsent(KEY, CONTENT);

    assertThat(rights(root)).isEqualTo("rwx------");
    assertThat(rights(root.resolve("runs/p/1"))).isEqualTo("rwx------");
    assertThat(rights(root.resolve(KEY.path()))).isEqualTo("rw-------");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void refusesAFileSystemWithoutHardLinks() {
    FileEffect.Observer noLinks =
        (effect, path) -> {
          if (effect == FileEffect.LINK) {
            throw new FileSystemException(path.toString(), null, "Operation not permitted");
          }
        };

    assertThatThrownBy(() -> DirectoryStorage.open(folder, noLinks))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot use " + folder + " as a store")
        .hasMessageContaining("expected a file system with hard links")
        .hasMessageContaining("found Operation not permitted (FileSystemException)")
        .hasMessageContaining("Set cairn.store to a directory on another file system");
  }

  @Test
  void saysWhatIsThereInsteadOfADirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> DirectoryStorage.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Cannot open the store " + file)
        .hasMessageContaining("expected a directory that this user may write, found a file");
    assertThatThrownBy(() -> DirectoryStorage.open(file.resolve("below")))
        .hasMessageContaining("found something else at " + file);
    assertThatThrownBy(() -> DirectoryStorage.openReadOnly(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("expected a directory, found a file");
    assertThatThrownBy(() -> DirectoryStorage.openReadOnly(folder.resolve("none")))
        .hasMessageContaining("expected a directory, found nothing");
  }

  @Test
  void namesTheDirectoryThatCannotBeWritten() {
    FileEffect.Observer denied =
        (effect, path) -> {
          throw new AccessDeniedException(path.toString());
        };

    assertThatThrownBy(() -> DirectoryStorage.open(folder.resolve("store"), denied))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("found access denied to " + folder)
        .hasMessageContaining("change its rights, or set cairn.store to another directory");
  }

  @Test
  void doesNotMakeAgainWhatSomebodyRemovedByHand() throws IOException {
    Storage storage = DirectoryStorage.open(folder);
    storage.putIfAbsent(KEY, CONTENT);
    Path run = folder.resolve("runs/p/1");
    Files.delete(run.resolve("00000001.json"));
    Files.delete(run);

    assertThatThrownBy(() -> storage.putIfAbsent(new StorageKey("runs/p/1/00000002.json"), CONTENT))
        .isInstanceOf(StoreException.class);
    assertThat(run).doesNotExist();
  }

  @Test
  void removesDraftsThatWereLeftLongAgoAndNothingElse() throws IOException {
    DirectoryStorage.open(folder);
    Path tmp = folder.resolve("tmp");
    Path old = aged(tmp.resolve("cairn-1.tmp"), Duration.ofDays(3));
    Path recent = aged(tmp.resolve("cairn-2.tmp"), Duration.ofHours(3));
    Path foreign = aged(tmp.resolve("mine.tmp"), Duration.ofDays(3));

    DirectoryStorage.open(folder);

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
    assertThat(foreign).exists();
  }

  private static Path aged(Path file, Duration age) throws IOException {
    Files.writeString(file, "x");
    Instant now = Files.getLastModifiedTime(file).toInstant();
    return Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
  }

  @Test
  void listsNoNamesThatAreNoKeys() throws IOException {
    Storage storage = DirectoryStorage.open(folder);
    storage.putIfAbsent(KEY, CONTENT);
    Files.writeString(folder.resolve("runs/p/1/.DS_Store"), "x");
    Files.writeString(folder.resolve("runs/p/1/a b"), "x");

    assertThat(storage.list(new StorageKey("runs/p/1")).objects())
        .isEqualTo(List.of("00000001.json"));
  }
}
