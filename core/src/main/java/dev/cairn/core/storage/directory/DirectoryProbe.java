package dev.cairn.core.storage.directory;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageProbe;
import dev.cairn.core.storage.StoreThreads;
import dev.cairn.core.storage.Trial;
import dev.cairn.core.storage.Trial.Seen;
import dev.cairn.core.storage.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tries out whether a store can live in a directory, by doing there all that a store does: in a
 * folder of its own, which is gone afterwards. For one thread.
 */
public final class DirectoryProbe {
  private static final int SYNCED = 8;
  private static final int SYNCED_BYTES = 4096;
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);
  private static final long SCARCE_BYTES = 256L << 20;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path directory;
  private final UUID id;
  private final InstantSource clock;
  private final FileEffect.Observer observer;
  private final DurableFiles files;
  private final Trials trials = new Trials();
  private final Path scratch;

  private DirectoryProbe(
      Path directory, UUID id, InstantSource clock, FileEffect.Observer observer) {
    this.directory = directory;
    this.id = id;
    this.clock = clock;
    this.observer = observer;
    this.files = new DurableFiles(observer);
    this.scratch = directory.resolve("cairn-probe-" + id);
  }

  /**
   * Tries a directory out; it may hold a store, which is not touched, and which others may use.
   *
   * @param id unique: names the folder that is made and removed
   * @return what came of each trial; what rests on one that failed is not tried
   * @throws StoreException if nothing can be written there, or removed again
   */
  public static List<Trial> run(Path directory, UUID id, InstantSource clock) {
    return run(directory, id, clock, FileEffect.Observer.NONE);
  }

  static List<Trial> run(
      Path directory, UUID id, InstantSource clock, FileEffect.Observer observer) {
    Path absolute = directory.toAbsolutePath().normalize();
    DirectoryProbe probe = new DirectoryProbe(absolute, id, clock, observer);
    try (StoreThreads threads = new StoreThreads()) {
      return threads.call(probe::trials);
    }
  }

  private List<Trial> trials() {
    begin();
    try {
      tryFiles();
      tryStorage();
    } finally {
      end();
    }
    return trials.all();
  }

  private void begin() {
    try {
      files.makeFolder(scratch);
    } catch (IOException e) {
      throw StoreException.rejected(
          directory.toString(),
          "Cannot try out "
              + directory
              + ": expected a directory that this user may write, found "
              + DirectoryStorage.reason(e)
              + "; nothing was written. A store there can be read, but no run can be saved in it",
          e);
    }
  }

  private void end() {
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        files.remove(one);
      }
    } catch (IOException e) {
      throw StoreException.rejected(
          scratch.toString(),
          "Cannot remove "
              + scratch
              + ", in which the directory was tried out: "
              + DirectoryStorage.reason(e)
              + "; remove it by hand",
          e);
    }
  }

  private void tryFiles() {
    trials.attempt("file system", "what is durable stays", this::fileSystem);
    trials.attempt("fsync of files", "a checkpoint survives a loss of power", this::syncedFiles);
    trials.attempt("fsync of folders", "its name survives one too", this::syncedFolder);
    trials.attempt("rename", "others see that an owner lives", this::renamed);
    trials.attempt("rights", "no other user reads a checkpoint", this::rights);
    trials.attempt("clock", "ages in lists; nothing that is safe", this::clock);
    trials.attempt("room", "there is space for checkpoints", this::room);
  }

  private void tryStorage() {
    trials.attempt("hard links", "a name never shows half a checkpoint", this::linked);
    trials.attempt("one file system", "a store can make its links", this::linkedAcross);
    if (trials.isSound()) {
      try (Storage storage = DirectoryStorage.open(scratch.resolve("store"), observer)) {
        StorageProbe.run(storage, id, trials);
      }
    }
  }

  private Seen fileSystem() throws IOException {
    return FileSystemKind.of(Files.getFileStore(scratch).type());
  }

  private Seen syncedFiles() throws IOException {
    long[] nanos = new long[SYNCED];
    for (int at = 0; at < SYNCED; at++) {
      long start = System.nanoTime();
      files.writeDurably(scratch.resolve("synced" + at), Payload.of(new byte[SYNCED_BYTES]));
      nanos[at] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    double millis = nanos[SYNCED / 2] / NANOS_PER_MILLI;
    return Seen.holds(String.format(Locale.ROOT, "4 KiB take %.2f ms", millis));
  }

  private Seen syncedFolder() throws IOException {
    files.syncFolder(scratch);
    return scratch.getFileSystem().getSeparator().equals("\\")
        ? Seen.notable("this system offers none; its own journal keeps names")
        : Seen.holds("done");
  }

  private Seen renamed() throws IOException {
    Path name = file("renamed", 1);
    files.replace(file("newer", 2), name);
    return Files.size(name) == 2
        ? Seen.holds("the new file has the name")
        : Seen.broken("the name has not the new file");
  }

  private Seen rights() throws IOException {
    Path file = file("private", 1);
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return Seen.notable("this file system knows no such rights; those of its folder count");
    }
    return view.readAttributes().permissions().equals(PRIVATE)
        ? Seen.holds("a new file is its user's alone")
        : Seen.notable("a new file is not its user's alone; encrypt, or close the directory");
  }

  private Seen clock() throws IOException {
    Path file = file("dated", 1);
    Duration ahead = Duration.between(clock.instant(), Files.getLastModifiedTime(file).toInstant());
    return ahead.abs().compareTo(CLOCK_SLACK) <= 0
        ? Seen.holds("that of the files is that of this machine")
        : Seen.notable("that of the files is " + ahead.toSeconds() + " s ahead of this machine's");
  }

  private Seen room() throws IOException {
    long free = Files.getFileStore(scratch).getUsableSpace();
    String found = (free >> 20) + " MiB are free";
    return free < SCARCE_BYTES ? Seen.notable(found) : Seen.holds(found);
  }

  private Seen linked() throws IOException {
    Path file = file("linked", 1);
    Path name = scratch.resolve("name");
    boolean first = files.link(file, name);
    boolean second = files.link(file("other", 2), name);
    return first && !second && Files.size(name) == 1
        ? Seen.holds("made, and refused where the name is taken")
        : Seen.broken("a name was taken twice");
  }

  /** A link cannot lead to another file system, such as one that is mounted inside the store. */
  private Seen linkedAcross() throws IOException {
    for (Path folder : folders()) {
      Path name = folder.resolve(".cairn-probe-" + id);
      try {
        files.link(file("to" + folder.getFileName(), 1), name);
      } catch (IOException e) {
        return Seen.broken(folder + " takes no link: " + DirectoryStorage.reason(e));
      } finally {
        files.remove(name);
      }
    }
    return Seen.holds("links lead into every folder");
  }

  private List<Path> folders() {
    return Stream.of(DraftFiles.FOLDER, "runs", "keys")
        .map(directory::resolve)
        .filter(Files::isDirectory)
        .toList();
  }

  private Path file(String name, int bytes) throws IOException {
    Path file = scratch.resolve(name);
    files.writeLoosely(file, Payload.of(new byte[bytes]));
    return file;
  }
}
