package dev.cairn.benchmarks.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder below the working directory: a temporary one may lie in memory. */
public final class Folder implements AutoCloseable {
  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /** Makes one. */
  public static Folder make() {
    try {
      Path parent = Files.createDirectories(Path.of("benchmarks", "target").toAbsolutePath());
      return new Folder(Files.createTempDirectory(parent, "store"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Writes a file into it. */
  public Path write(String name, String text) {
    try {
      return Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all files in a folder take. */
  public static long bytes(Path folder) {
    return entries(folder).stream().filter(Files::isRegularFile).mapToLong(Folder::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it and all that is in it. */
  @Override
  public void close() {
    entries(path).stream().sorted(Comparator.reverseOrder()).forEach(Folder::delete);
  }

  private static void delete(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
