package dev.cairn.testkit.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path on the disk, as far as a store needs one: absolute, or one relative name after another.
 */
final class DiskPath implements Path {
  private final DiskFileSystem system;
  private final boolean absolute;
  private final List<String> names;

  private DiskPath(DiskFileSystem system, boolean absolute, List<String> names) {
    this.system = system;
    this.absolute = absolute;
    this.names = names;
  }

  static DiskPath of(DiskFileSystem system, String text) {
    List<String> names =
        text.indexOf('/') < 0
            ? List.of(text)
            : Arrays.stream(text.split("/", -1)).filter(name -> !name.isEmpty()).toList();
    return new DiskPath(system, text.startsWith("/"), names);
  }

  Disk.Mount mount() {
    return system.mount();
  }

  String name() {
    return names.get(names.size() - 1);
  }

  DiskPath folder() {
    return with(names.subList(0, names.size() - 1));
  }

  private DiskPath with(List<String> others) {
    return new DiskPath(system, absolute, others);
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : of(system, name());
  }

  @Override
  public @Nullable Path getParent() {
    boolean none = names.isEmpty() || (names.size() == 1 && !absolute);
    return none ? null : folder();
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return of(system, names.get(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return new DiskPath(system, false, names.subList(from, to));
  }

  @Override
  public Iterator<Path> iterator() {
    return names.stream().<Path>map(name -> of(system, name)).iterator();
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof DiskPath path
        && path.absolute == absolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    if (other.isAbsolute()) {
      return other;
    }
    List<String> longer = new ArrayList<>(names);
    longer.addAll(((DiskPath) other).names);
    return with(longer);
  }

  @Override
  public Path relativize(Path other) {
    return other.subpath(names.size(), other.getNameCount());
  }

  @Override
  public URI toUri() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path toAbsolutePath() {
    return new DiskPath(system, true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DiskPath path && path.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return (absolute ? "/" : "") + String.join("/", names);
  }
}
