package dev.cairn.testkit.disk;

import dev.cairn.core.model.Payload;

/** One thing that happens to a disk. Files and folders have numbers; names lead to them. */
public sealed interface Effect {
  /** Where, as whoever asked for it knows the place. */
  String path();

  /** Makes it happen. */
  void applyTo(Inodes inodes);

  /** An empty file gets its first name. */
  record Create(String path, int folder, String name, int file) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.addFile(file);
      inodes.names(folder).set(name, file);
    }
  }

  /** Bytes are added to a file. */
  record Write(String path, int file, Payload bytes) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.content(file).append(bytes.toBytes());
    }
  }

  /** A file's bytes become durable. */
  record Sync(String path, int file) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.content(file).sync();
    }
  }

  /**
   * They could not be made durable: the system tells so once, and forgets that they are not. It
   * believes them written from then on.
   */
  record SyncFailed(String path, int file) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.content(file).drop();
    }
  }

  /** A file gets one more name. */
  record Link(String path, int folder, String name, int file) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.names(folder).set(name, file);
    }
  }

  /** A file changes its name, and takes the new one from whatever had it. */
  record Rename(String path, int folder, String name, int oldFolder, String oldName)
      implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.names(folder).set(name, inodes.names(oldFolder).get(oldName));
      inodes.names(oldFolder).set(oldName, Names.NOTHING);
    }
  }

  /** A name goes. */
  record Remove(String path, int folder, String name) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.names(folder).set(name, Names.NOTHING);
    }
  }

  /** An empty folder gets its name. */
  record MakeFolder(String path, int folder, String name, int made) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.addFolder(made);
      inodes.names(folder).set(name, made);
    }
  }

  /** The names in a folder become durable. */
  record SyncFolder(String path, int folder) implements Effect {
    @Override
    public void applyTo(Inodes inodes) {
      inodes.names(folder).sync();
    }
  }
}
