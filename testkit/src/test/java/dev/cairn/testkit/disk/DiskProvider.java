package dev.cairn.testkit.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link java.nio.file.Files} does on the disk, as far as a store asks for it. */
final class DiskProvider extends FileSystemProvider {

  private static DiskPath on(Path path) {
    return (DiskPath) path;
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Disk.Mount mount = on(path).mount();
    boolean created = options.contains(StandardOpenOption.CREATE_NEW);
    int inode = created ? mount.create(on(path)) : mount.present(on(path));
    return new DiskChannel(mount, on(path), inode);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    Disk.Mount mount = on(path).mount();
    return new ByteArrayInputStream(mount.read(mount.look(on(path))));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    on(folder).mount().requireFolder(on(folder));
    return new Found(on(folder), filter);
  }

  // As of a real one, what is in it is read when it is asked for.
  private record Found(DiskPath folder, DirectoryStream.Filter<? super Path> filter)
      implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      try {
        return paths().iterator();
      } catch (IOException e) {
        throw new DirectoryIteratorException(e);
      }
    }

    private List<Path> paths() throws IOException {
      List<Path> found = new ArrayList<>();
      for (String name : folder.mount().names(folder)) {
        Path path = folder.resolve(name);
        if (filter.accept(path)) {
          found.add(path);
        }
      }
      return found;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    on(folder).mount().makeFolder(on(folder));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    on(link).mount().link(on(link), on(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    on(path).mount().remove(on(path));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    on(source).mount().rename(on(source), on(target));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return on(path).mount().present(on(path)) == on(other).mount().present(on(other));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    on(path).mount().look(on(path));
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    Disk.Mount mount = on(path).mount();
    int inode = mount.look(on(path));
    boolean folder = mount.isFolder(inode);
    return type.cast(new DiskAttributes(folder, folder ? 0 : mount.read(inode).length));
  }

  @Override
  public String getScheme() {
    return "disk";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }
}
