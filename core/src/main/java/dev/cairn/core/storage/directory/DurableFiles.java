package dev.cairn.core.storage.directory;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Every effect that a directory store has on files: the one place that knows when a byte is safe.
 * Files and folders are made readable and writable for their user alone where the file system knows
 * such rights.
 */
final class DurableFiles {
  // A whole segment in one call would make the JDK keep a direct buffer of its size.
  private static final int CHUNK_BYTES = 256 * 1024;

  private final FileEffect.Observer observer;

  DurableFiles(FileEffect.Observer observer) {
    this.observer = observer;
  }

  /** Creates a file with this content; when this returns, the content is durable, its name not. */
  void writeDurably(Path file, Payload content) throws IOException {
    write(file, content, true);
  }

  /** Creates a file with this content, which a crash of the system may undo. */
  void writeLoosely(Path file, Payload content) throws IOException {
    write(file, content, false);
  }

  // A file whose write or sync failed is thrown away: a second sync of it could report success
  // although the system has dropped its data.
  private void write(Path file, Payload content, boolean durable) throws IOException {
    observer.before(FileEffect.WRITE, file);
    // what is there already is another's, and stays
    FileChannel created = FileChannel.open(file, newFile(), rights(file, "rw-------"));
    boolean whole = false;
    try (created) {
      fill(created, content);
      if (durable) {
        observer.before(FileEffect.SYNC, file);
        created.force(true);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void fill(FileChannel channel, Payload content) throws IOException {
    for (ByteBuffer segment : content.segments()) {
      writeFully(channel, segment);
    }
  }

  /** Opens a new file that loses its name at once, or when it is closed. */
  FileChannel openNameless(Path file) throws IOException {
    observer.before(FileEffect.WRITE, file);
    Set<StandardOpenOption> options =
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    FileChannel channel = FileChannel.open(file, options, rights(file, "rw-------"));
    try {
      Files.delete(file);
    } catch (IOException stays) {
      // This system deletes no open file; it goes when it is closed.
    }
    return channel;
  }

  private static Set<StandardOpenOption> newFile() {
    return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void writeFully(FileChannel channel, ByteBuffer segment) throws IOException {
    int end = segment.limit();
    while (segment.position() < end) {
      segment.limit(Math.min(end, segment.position() + CHUNK_BYTES));
      channel.write(segment);
    }
  }

  /**
   * Gives a file a second name, whole and at once, unless that name is taken.
   *
   * @return whether it was free
   */
  boolean link(Path file, Path name) throws IOException {
    observer.before(FileEffect.LINK, name);
    try {
      Files.createLink(name, file);
      return true;
    } catch (FileAlreadyExistsException taken) {
      // A network file system may ask twice and report what its own first request has done.
      return Files.isSameFile(file, name);
    }
  }

  /** Renames a file, whole and at once, over whatever had the name. */
  void replace(Path file, Path name) throws IOException {
    observer.before(FileEffect.REPLACE, name);
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes the names in a folder durable, on systems that can: Windows offers no way to. */
  void syncFolder(Path folder) throws IOException {
    observer.before(FileEffect.SYNC_FOLDER, folder);
    if (folder.getFileSystem().getSeparator().equals("\\")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a folder whose parent exists, unless it is there already. */
  void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    observer.before(FileEffect.MAKE_FOLDER, folder);
    try {
      Files.createDirectory(folder, rights(folder, "rwx------"));
    } catch (FileAlreadyExistsException made) {
      if (!Files.isDirectory(folder)) {
        throw made;
      }
    }
  }

  /** Removes a name, if it is there. */
  boolean remove(Path file) throws IOException {
    observer.before(FileEffect.REMOVE, file);
    try {
      Files.delete(file);
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static FileAttribute<?>[] rights(Path path, String posix) {
    boolean known = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
