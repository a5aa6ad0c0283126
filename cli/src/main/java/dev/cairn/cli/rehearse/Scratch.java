package dev.cairn.cli.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private directory for stores, transcripts and outputs; gone when it is closed. */
final class Scratch implements AutoCloseable {
  private final Path root;

  private Scratch(Path root) {
    this.root = root;
  }

  static Scratch make() {
    try {
      return new Scratch(Files.createTempDirectory("cairn-rehearsal-").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("a rehearsal needs a temporary directory", e);
    }
  }

  /** A directory in it, made now. */
  Path directory(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("a rehearsal needs its temporary directory", e);
    }
  }

  /** Removes what one part of the rehearsal needed. */
  void remove(String name) {
    delete(root.resolve(name));
  }

  @Override
  public void close() {
    delete(root);
  }

  private static void delete(Path top) {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // a killed process may still have written: what is left lies among temporary files
    }
  }
}
