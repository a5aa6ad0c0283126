package dev.cairn.core.storage.directory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes folders durable with all their ancestors: a file is only as safe as the names on the way to
 * it. Safe for use by many threads.
 */
final class DurableFolders {
  private final Path root;
  private final DurableFiles files;
  // A folder found on disk may come from a process that died before it synced the folder's parent;
  // so each is synced once by each process that writes into it.
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  DurableFolders(Path root, DurableFiles files) {
    this.root = root;
    this.files = files;
  }

  /** Makes the store's own directory and its ancestors where they are missing. */
  void openRoot() throws IOException {
    if (Files.isRegularFile(root)) {
      throw new FileSystemException(root.toString(), null, "a file");
    }
    openFrom(root);
    durable.add(root);
  }

  private void openFrom(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent == null) {
      return;
    }
    boolean missing = !Files.isDirectory(folder);
    if (missing || folder.equals(root)) {
      openFrom(parent);
      files.makeFolder(folder);
      syncParent(parent, missing);
    }
  }

  private void syncParent(Path parent, boolean made) throws IOException {
    try {
      files.syncFolder(parent);
    } catch (AccessDeniedException e) {
      // Another user's directory may be closed to reading; what stood in it before is theirs to
      // sync.
      if (made) {
        throw e;
      }
    }
  }

  /**
   * Makes a folder inside the store where it is missing; what this process once found there is not
   * made again: a run that somebody deletes by hand must not be continued in emptiness.
   */
  void ensure(Path folder) throws IOException {
    if (durable.contains(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent == null || !folder.startsWith(root)) {
      throw new FileSystemException(folder.toString(), null, "it is outside the store " + root);
    }
    ensure(parent);
    files.makeFolder(folder);
    files.syncFolder(parent);
    durable.add(folder);
  }
}
