package dev.cairn.testkit.disk;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a file or folder on the disk, where it is always noon. */
record DiskAttributes(boolean isDirectory, long size) implements BasicFileAttributes {
  private static final FileTime NOON = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));

  @Override
  public FileTime lastModifiedTime() {
    return NOON;
  }

  @Override
  public FileTime lastAccessTime() {
    return NOON;
  }

  @Override
  public FileTime creationTime() {
    return NOON;
  }

  @Override
  public boolean isRegularFile() {
    return !isDirectory;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public @Nullable Object fileKey() {
    return null;
  }
}
