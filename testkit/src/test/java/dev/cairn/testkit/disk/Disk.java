package dev.cairn.testkit.disk;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk in memory with everything that was ever done to it, in order. Several processes may mount
 * it, each through a device of its own. Safe for use by many threads.
 */
public final class Disk {
  private final Inodes inodes;
  private final List<Effect> effects = new ArrayList<>();

  /** With what is on it already. */
  public Disk(Inodes inodes) {
    this.inodes = inodes;
  }

  /** The disk's root folder, for a process that sees it through a device. */
  public Path mount(Device device) {
    return new DiskFileSystem(new Mount(device)).getPath("/");
  }

  /** Everything that happened since this was made. */
  public synchronized List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** How much happened since this was made. */
  public synchronized int moment() {
    return effects.size();
  }

  /** What is on it now. */
  public synchronized Inodes now() {
    return inodes.copy();
  }

  private void happen(Effect effect) {
    effect.applyTo(inodes);
    effects.add(effect);
  }

  /** How one process sees the disk. */
  final class Mount {
    private final Device device;

    private Mount(Device device) {
      this.device = device;
    }

    private void ask(Effect effect) throws IOException {
      device.perform(effect, Disk.this::happen);
    }

    int create(DiskPath path) throws IOException {
      synchronized (Disk.this) {
        int folder = unusedName(path);
        int file = inodes.unused();
        ask(new Effect.Create(path.toString(), folder, path.name(), file));
        return file;
      }
    }

    /** How many of the bytes were written. */
    int write(DiskPath path, int file, byte[] bytes) throws IOException {
      synchronized (Disk.this) {
        int before = inodes.content(file).now().length;
        ask(new Effect.Write(path.toString(), file, Payload.of(bytes)));
        return inodes.content(file).now().length - before;
      }
    }

    void sync(DiskPath path, int inode) throws IOException {
      synchronized (Disk.this) {
        ask(
            inodes.isFolder(inode)
                ? new Effect.SyncFolder(path.toString(), inode)
                : new Effect.Sync(path.toString(), inode));
      }
    }

    void link(DiskPath path, DiskPath existing) throws IOException {
      synchronized (Disk.this) {
        int file = present(existing);
        ask(new Effect.Link(path.toString(), unusedName(path), path.name(), file));
      }
    }

    void rename(DiskPath from, DiskPath to) throws IOException {
      synchronized (Disk.this) {
        present(from);
        ask(new Effect.Rename(to.toString(), folder(to), to.name(), folder(from), from.name()));
      }
    }

    void remove(DiskPath path) throws IOException {
      synchronized (Disk.this) {
        present(path);
        ask(new Effect.Remove(path.toString(), folder(path), path.name()));
      }
    }

    void makeFolder(DiskPath path) throws IOException {
      synchronized (Disk.this) {
        int folder = unusedName(path);
        ask(new Effect.MakeFolder(path.toString(), folder, path.name(), inodes.unused()));
      }
    }

    /** For whoever wants to know what it is, or what stands in it. */
    int look(DiskPath path) throws IOException {
      device.look(path.toString());
      return present(path);
    }

    int present(DiskPath path) throws NoSuchFileException {
      synchronized (Disk.this) {
        int found = inodes.find(path);
        if (found == Names.NOTHING) {
          throw new NoSuchFileException(path.toString());
        }
        return found;
      }
    }

    boolean isFolder(int inode) {
      synchronized (Disk.this) {
        return inodes.isFolder(inode);
      }
    }

    byte[] read(int file) {
      synchronized (Disk.this) {
        return inodes.content(file).now();
      }
    }

    List<String> names(DiskPath path) throws IOException {
      synchronized (Disk.this) {
        return inodes.names(requireFolder(path)).present();
      }
    }

    int requireFolder(DiskPath path) throws IOException {
      synchronized (Disk.this) {
        int folder = look(path);
        if (!inodes.isFolder(folder)) {
          throw new NotDirectoryException(path.toString());
        }
        return folder;
      }
    }

    private int unusedName(DiskPath path) throws IOException {
      int folder = folder(path);
      if (inodes.names(folder).get(path.name()) != Names.NOTHING) {
        throw new FileAlreadyExistsException(path.toString());
      }
      return folder;
    }

    private int folder(DiskPath path) throws NoSuchFileException {
      int folder = inodes.find(path.folder());
      if (folder == Names.NOTHING || !inodes.isFolder(folder)) {
        throw new NoSuchFileException(path.toString());
      }
      return folder;
    }
  }
}
