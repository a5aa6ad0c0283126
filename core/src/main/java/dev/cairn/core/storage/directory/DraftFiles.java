package dev.cairn.core.storage.directory;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Files on their way to a name, in the store's {@code tmp/}: of no worth to anybody else. */
final class DraftFiles {
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
  static final String FOLDER = "tmp";
  private static final String PREFIX = "cairn-";
  private static final String SUFFIX = ".tmp";

  private final Path folder;
  private final DurableFiles files;

  DraftFiles(Path folder, DurableFiles files) {
    this.folder = folder;
    this.files = files;
  }

  Path folder() {
    return folder;
  }

  /** A new file with durable content. */
  Path write(Payload content) throws IOException {
    Path draft = unused();
    files.writeDurably(draft, content);
    return draft;
  }

  /** A new file whose content a crash of the system may undo. */
  Path writeLoosely(Payload content) throws IOException {
    Path draft = unused();
    files.writeLoosely(draft, content);
    return draft;
  }

  /** A new file without a name. */
  FileChannel scratch() throws IOException {
    return files.openNameless(unused());
  }

  private Path unused() {
    return folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
  }

  /** Removes a draft; one that stays costs space until {@link #prepare} finds it. */
  void discard(Path draft) {
    try {
      files.remove(draft);
    } catch (IOException left) {
      // It has no name that anybody reads.
    }
  }

  /**
   * Finds out, by doing it, whether files can be written here and linked, and removes what
   * processes left behind when they died, long ago by the files' own clock.
   */
  void prepare() throws IOException {
    Path draft = write(Payload.of(new byte[] {1}));
    Path second = unused();
    try {
      requireLink(draft, second);
      removeOlderThan(modified(draft).minus(ABANDONED_AFTER));
    } finally {
      discard(draft);
      discard(second);
    }
  }

  private void requireLink(Path draft, Path second) {
    try {
      files.link(draft, second);
    } catch (IOException | UnsupportedOperationException e) {
      throw StoreException.rejected(
          folder.toString(),
          "Cannot use "
              + folder.getParent()
              + " as a store: expected a file system with hard links (ext4, XFS, Btrfs, APFS,"
              + " NTFS), found "
              + DirectoryStorage.reason(e)
              + "; without them two processes could both commit there. Set cairn.store to a"
              + " directory on another file system",
          e);
    }
  }

  private void removeOlderThan(Instant limit) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path draft : drafts) {
        if (modified(draft).isBefore(limit)) {
          discard(draft);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static Instant modified(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException gone) {
      return Instant.MAX;
    }
  }
}
