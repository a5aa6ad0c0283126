package dev.cairn.core.storage.directory;

import java.io.IOException;
import java.nio.file.Path;

/** The effects on files that a directory store consists of. */
enum FileEffect {
  /** A file is created and filled. */
  WRITE,
  /** A file's content is made durable. */
  SYNC,
  /** A file gets its final name, unless that is taken. */
  LINK,
  /** A file gets its final name, whatever had it. */
  REPLACE,
  /** The names in a folder are made durable. */
  SYNC_FOLDER,
  /** A folder is made. */
  MAKE_FOLDER,
  /** A name is removed. */
  REMOVE;

  /** Is told of each effect before it happens; tests let it fail, count, or stop the process. */
  @FunctionalInterface
  interface Observer {
    /** What nobody watches. */
    Observer NONE = (effect, path) -> {};

    /** Called on the thread of the effect; an exception prevents it and stands for its failure. */
    void before(FileEffect effect, Path path) throws IOException;
  }
}
