package dev.cairn.core.storage.directory;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Stamp;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoreThreads;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A store in a directory of a file system that has hard links and honours fsync: ext4, XFS, Btrfs,
 * APFS, NTFS.
 *
 * <p>An object is written to a file in {@code tmp/}, made durable, and linked to its name, which
 * fails if the name is taken; then the folder is made durable. So a name never shows half an
 * object, and no two writers get the same name. Directories are private to their user.
 */
public final class DirectoryStorage implements Storage {
  private final Path root;
  private final DurableFiles files;
  private final DurableFolders folders;
  private final DraftFiles drafts;
  private final FreeSpace space;

  private DirectoryStorage(Path root, DurableFiles files) {
    this.root = root;
    this.files = files;
    this.space = new FreeSpace(root);
    this.folders = new DurableFolders(root, files);
    this.drafts = new DraftFiles(root.resolve(DraftFiles.FOLDER), files);
  }

  /**
   * Opens a directory for reading and writing; it is made where it is missing.
   *
   * @throws StoreException if it cannot be written, or its file system has no hard links
   */
  public static Storage open(Path root) {
    return open(root, FileEffect.Observer.NONE);
  }

  static Storage open(Path root, FileEffect.Observer observer) {
    DirectoryStorage storage = unprepared(root, observer);
    try (StoreThreads threads = new StoreThreads()) {
      threads.run(storage::prepare);
    }
    return storage;
  }

  /**
   * The same with a reserve of space, which is given up when the disk is full: so that a run can
   * still end, and what is not needed any more can still be deleted.
   *
   * @throws StoreException as {@link #open(Path)} does
   */
  public static Storage openReserved(Path root) {
    return openReserved(root, FileEffect.Observer.NONE);
  }

  static Storage openReserved(Path root, FileEffect.Observer observer) {
    DirectoryStorage storage = unprepared(root, observer);
    Reserve reserve = new Reserve(storage.drafts, storage.files);
    try (StoreThreads threads = new StoreThreads()) {
      threads.run(() -> storage.prepare(reserve));
    }
    return new ReservedStorage(storage, reserve, storage.space);
  }

  private void prepare(Reserve reserve) {
    try {
      prepare();
      reserve.take();
    } catch (StoreException e) {
      if (!space.isShort(e) || !reserve.giveUp()) {
        throw e;
      }
      prepare();
    }
  }

  private static DirectoryStorage unprepared(Path root, FileEffect.Observer observer) {
    return new DirectoryStorage(root.toAbsolutePath().normalize(), new DurableFiles(observer));
  }

  /**
   * Opens a directory for reading; every write fails.
   *
   * @throws StoreException if there is no such directory
   */
  public static Storage openReadOnly(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw StoreException.rejected(
          absolute.toString(),
          "Cannot open the store "
              + absolute
              + ": expected a directory, found "
              + (Files.exists(absolute) ? "a file" : "nothing")
              + "; name the directory that cairn.store named when the program ran",
          null);
    }
    return openAsItIs(absolute);
  }

  /** Opens a directory that may not be there, without touching it: then it is empty. */
  public static Storage openAsItIs(Path root) {
    return unprepared(root, FileEffect.Observer.NONE);
  }

  private void prepare() {
    try {
      folders.openRoot();
      folders.ensure(drafts.folder());
      drafts.prepare();
    } catch (IOException | UnsupportedOperationException e) {
      throw StoreException.rejected(
          name(),
          "Cannot open the store "
              + root
              + ": expected a directory that this user may write, found "
              + reason(e)
              + "; change its rights, or set cairn.store to another directory",
          e);
    }
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public boolean putIfAbsent(StorageKey key, Payload content) {
    Path target = path(key);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      syncWayTo(target);
      return false;
    }
    Path draft = draft(target, content);
    boolean created = link(draft, target);
    syncFolderOf(target);
    return created;
  }

  private Path draft(Path target, Payload content) {
    try {
      folders.ensure(folderOf(target));
      return drafts.write(content);
    } catch (IOException e) {
      throw space.isTooLittle(content.sizeBytes(), e)
          ? StoreException.full(target.toString(), message("write", target, e), e)
          : refused("write", target, e);
    }
  }

  private boolean link(Path draft, Path target) {
    try {
      return files.link(draft, target);
    } catch (NoSuchFileException gone) {
      throw refused("write", target, gone);
    } catch (IOException e) {
      throw unknown("write", target, e);
    } finally {
      drafts.discard(draft);
    }
  }

  @Override
  public void put(StorageKey key, Payload content) {
    Path target = path(key);
    replace(draft(target, content), target);
    syncFolderOf(target);
  }

  @Override
  public void touch(StorageKey key, Payload content) {
    Path target = path(key);
    try {
      folders.ensure(folderOf(target));
      replace(drafts.writeLoosely(content), target);
    } catch (IOException e) {
      throw refused("write", target, e);
    }
  }

  private void replace(Path draft, Path target) {
    try {
      files.replace(draft, target);
    } catch (IOException e) {
      drafts.discard(draft);
      throw unknown("replace", target, e);
    }
  }

  // Whoever made it may not have come to this yet.
  private void syncWayTo(Path target) {
    try {
      folders.ensure(folderOf(target));
    } catch (IOException e) {
      throw unknown("write", target, e);
    }
    syncFolderOf(target);
  }

  private void syncFolderOf(Path target) {
    try {
      files.syncFolder(folderOf(target));
    } catch (IOException e) {
      throw unknown("write", target, e);
    }
  }

  @Override
  public Optional<StoredObject> get(StorageKey key) {
    Path file = path(key);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new FileSystemException(file.toString(), null, "it is not a file");
      }
      return Optional.of(new StoredObject(attributes.size(), Files.newInputStream(file)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw refused("read", file, e);
    }
  }

  @Override
  public boolean exists(StorageKey key) {
    Path file = path(key);
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
    } catch (NoSuchFileException absent) {
      return false;
    } catch (IOException e) {
      throw refused("look for", file, e);
    }
  }

  @Override
  public Listing list(StorageKey folder) {
    Path path = path(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      return listing(entries);
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Listing.EMPTY;
    } catch (DirectoryIteratorException e) {
      throw refused("list", path, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw refused("list", path, e);
    }
  }

  // Names that are no keys were not made by Cairn.
  private static Listing listing(DirectoryStream<Path> entries) throws IOException {
    List<String> folders = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    Map<String, Stamp> stamps = new HashMap<>();
    for (Path entry : entries) {
      String name = String.valueOf(entry.getFileName());
      if (StorageKey.isSegment(name)) {
        Optional<BasicFileAttributes> attributes = attributes(entry);
        if (attributes.filter(BasicFileAttributes::isDirectory).isPresent()) {
          folders.add(name);
        } else {
          objects.add(name);
          attributes.ifPresent(known -> stamps.put(name, stamp(known)));
        }
      }
    }
    return new Listing(folders, objects, stamps);
  }

  // One that is gone still had this name when the folder was read.
  private static Optional<BasicFileAttributes> attributes(Path entry) throws IOException {
    try {
      return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static Stamp stamp(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.hashCode(attributes.fileKey()));
  }

  @Override
  public void delete(StorageKey key) {
    Path file = path(key);
    try {
      if (files.remove(file)) {
        files.syncFolder(folderOf(file));
      }
    } catch (IOException e) {
      throw unknown("delete", file, e);
    }
  }

  @Override
  public void close() {
    // Nothing is held between calls.
  }

  private Path path(StorageKey key) {
    return root.resolve(key.path());
  }

  private Path folderOf(Path target) {
    Path parent = target.getParent();
    return parent == null ? root : parent;
  }

  private static StoreException refused(String task, Path path, Exception cause) {
    return StoreException.rejected(path.toString(), message(task, path, cause), cause);
  }

  private static StoreException unknown(String task, Path path, Exception cause) {
    return StoreException.unavailable(path.toString(), message(task, path, cause), cause);
  }

  private static String message(String task, Path path, Exception cause) {
    return "Cannot "
        + task
        + " "
        + path
        + ": "
        + reason(cause)
        + "; look at the rights, the space and the health of that file system";
  }

  static String reason(Exception cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "access denied to " + denied.getFile();
    }
    if (cause instanceof FileAlreadyExistsException other) {
      return "something else at " + other.getFile();
    }
    boolean named = cause instanceof FileSystemException;
    String reason = named ? ((FileSystemException) cause).getReason() : cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return reason == null ? kind : reason + " (" + kind + ")";
  }
}
