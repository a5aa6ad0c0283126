package dev.cairn.core.storage.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a write failed because the disk is full, or a user's share of it. Systems say so in
 * words, and in the words of their user's language; so the space itself counts as well.
 *
 * @param directory on the file system that is meant
 */
record FreeSpace(Path directory) {
  private static final Set<String> WORDS = Set.of("No space left on device", "Disk quota exceeded");
  // what a file takes besides its bytes
  private static final long SLACK_BYTES = 64 * 1024;

  /** Whether that is why something small could not be written. */
  boolean isShort(Exception failure) {
    return isTooLittle(0, failure);
  }

  /** Whether that is why so much could not be written. */
  boolean isTooLittle(long bytes, Exception failure) {
    return isSaid(failure) || isBelow(bytes + SLACK_BYTES);
  }

  private static boolean isSaid(@Nullable Throwable failure) {
    return failure != null
        && (WORDS.stream().anyMatch(String.valueOf(failure.getMessage())::contains)
            || isSaid(failure.getCause()));
  }

  /** Whether less is free; where that cannot be told, enough is. */
  boolean isBelow(long bytes) {
    try {
      return Files.getFileStore(directory).getUsableSpace() < bytes;
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
