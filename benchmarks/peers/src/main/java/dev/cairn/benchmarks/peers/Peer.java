package dev.cairn.benchmarks.peers;

import java.nio.file.Path;

/** A way to run a pipeline so that a later process goes on where an earlier one was killed. */
interface Peer {
  /** Who can be asked for. */
  enum Name {
    CAIRN("Cairn"),
    DBOS("DBOS Transact on PostgreSQL"),
    SPRING_BATCH("Spring Batch on H2"),
    JAVA("Java serialization + GZIP + SHA-256"),
    JACKSON("Jackson + GZIP"),
    MVSTORE("H2 MVStore");

    private final String title;

    Name(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * Runs the pipeline, or goes on with it.
   *
   * @return what its result tells
   */
  long run(Pipeline pipeline) throws Exception;

  /** What it takes by now, in a folder that is its own or in its database. */
  long storedBytes() throws Exception;

  /** The one of a name. */
  static Peer of(Name name, Path folder) throws Exception {
    return switch (name) {
      case CAIRN -> new CairnPeer(folder);
      case DBOS -> new DbosPeer(System.getProperty("peers.database", ""));
      case SPRING_BATCH -> new SpringBatchPeer(folder);
      case JAVA -> new Shelved(new FileShelf(folder, new JavaSerialization()));
      case JACKSON -> new Shelved(new FileShelf(folder, new JacksonJson()));
      case MVSTORE -> new Shelved(new MvStoreShelf(folder));
    };
  }
}
