package dev.cairn.core.storage.directory;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Space that a store keeps for the day when its disk is full: a file of no worth. It need not
 * survive a crash; the next process makes it again. Safe for use by many threads and processes.
 */
final class Reserve {
  static final int BYTES = 256 * 1024;
  static final String NAME = "reserve";

  private final DraftFiles drafts;
  private final DurableFiles files;
  private final Path file;

  Reserve(DraftFiles drafts, DurableFiles files) {
    this.drafts = drafts;
    this.files = files;
    this.file = drafts.folder().resolveSibling(NAME);
  }

  /** Takes the space, where it is not taken and there is enough. */
  void take() {
    if (Files.exists(file)) {
      return;
    }
    try {
      Path draft = drafts.writeLoosely(Payload.of(incompressible()));
      files.replace(draft, file);
    } catch (IOException full) {
      // A store can do without one until its disk is full.
    }
  }

  // a file system may store zeros in no space at all
  private static byte[] incompressible() {
    byte[] bytes = new byte[BYTES];
    new Random(BYTES).nextBytes(bytes);
    return bytes;
  }

  /**
   * Frees the space.
   *
   * @return whether there was any
   */
  boolean giveUp() {
    try {
      return files.remove(file);
    } catch (IOException stays) {
      return false;
    }
  }
}
