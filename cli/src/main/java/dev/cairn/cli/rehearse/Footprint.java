package dev.cairn.cli.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files below a directory by size and time, as far as there are not too many of them. What
 * cannot be read is left out.
 */
final class Footprint {
  private static final int MOST = 100_000;

  private final Path root;
  private final Map<Path, Stamp> stamps = new HashMap<>();

  private Footprint(Path root) {
    this.root = root;
  }

  private record Stamp(long size, FileTime changed) {}

  /** What is there now; symbolic links are not followed. */
  static Footprint of(Path root) {
    Footprint footprint = new Footprint(root);
    try {
      Files.walkFileTree(root, footprint.new Visitor());
      return footprint;
    } catch (IOException e) {
      throw new UncheckedIOException("the working directory cannot be read", e);
    }
  }

  /** The files that are new or different since another one, in order. */
  List<String> since(Footprint before) {
    return stamps.entrySet().stream()
        .filter(file -> !file.getValue().equals(before.stamps.get(file.getKey())))
        .map(file -> root.relativize(file.getKey()).toString())
        .sorted()
        .toList();
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
      return stamps.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
