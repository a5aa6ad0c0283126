package dev.cairn.core.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file of settings; a seam for tests. */
@FunctionalInterface
public interface ConfigFiles {
  /** The files of this machine, in UTF-8. */
  ConfigFiles ON_DISK = ConfigFiles::readFromDisk;

  /**
   * The file's text, or empty where there is none.
   *
   * @throws IOException if it is there and cannot be read
   */
  Optional<String> read(Path file) throws IOException;

  private static Optional<String> readFromDisk(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
