package dev.cairn.core.storage.directory;

import dev.cairn.core.storage.Storage;
import java.nio.file.Path;

/** A store in a directory. */
public final class DirectoryStorage {
  private DirectoryStorage() {}

  /** Opens a directory for reading and writing; it is made, private to its user, where missing. */
  public static Storage open(Path root) {
    throw new UnsupportedOperationException("being built: " + root);
  }

  /** Opens a directory that must exist, for reading. */
  public static Storage openReadOnly(Path root) {
    throw new UnsupportedOperationException("being built: " + root);
  }
}
