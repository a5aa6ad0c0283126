package dev.cairn.core.storage.directory;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A file that only its user may read, such as one with a key. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Creates one; durable when this returns.
   *
   * @throws FileAlreadyExistsException if there is one: it stays as it is
   */
  public static void create(Path file, Payload content) throws IOException {
    DurableFiles files = new DurableFiles(FileEffect.Observer.NONE);
    Path absolute = file.toAbsolutePath();
    files.writeDurably(absolute, content);
    files.syncFolder(absolute.resolveSibling(""));
  }
}
