package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Peer.Name;
import dev.cairn.benchmarks.peers.Pipeline.Plan;
import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.JavaProgram;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where peers run: a folder on the disk of the checkout, a PostgreSQL server, cairn.jar. */
final class Ground implements AutoCloseable {
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Path cairnJar;
  private final Folder folder = Folder.make();
  private final EmbeddedPostgres postgres;
  private int sites;

  Ground(Path cairnJar) throws IOException {
    this.cairnJar = cairnJar.toAbsolutePath();
    this.postgres = durable(folder.path().resolve("pg"));
  }

  // As it comes, a server for tests says that a commit is done before it is on the disk.
  private static EmbeddedPostgres durable(Path directory) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(directory);
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    return builder.start();
  }

  /** A place where nobody has been. */
  Site site(Name peer) throws IOException, SQLException {
    sites++;
    Path place = Files.createDirectory(folder.path().resolve("site" + sites));
    String database = "site" + sites;
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      requireDurable(statement);
      statement.execute("CREATE DATABASE " + database);
    }
    return new Site(peer, place, postgres.getJdbcUrl("postgres", database));
  }

  private static void requireDurable(Statement statement) throws SQLException {
    for (String setting : DURABLE) {
      try (ResultSet answer = statement.executeQuery("SHOW " + setting)) {
        answer.next();
        if (!"on".equals(answer.getString(1))) {
          throw new IllegalStateException("PostgreSQL runs without " + setting);
        }
      }
    }
  }

  /** One pipeline's place, which lasts over its processes. */
  final class Site {
    private final Name peer;
    private final Path folder;
    private final Path journal;
    private final String database;

    private Site(Name peer, Path place, String database) throws IOException {
      this.peer = peer;
      this.folder = Files.createDirectory(place.resolve("peer"));
      this.journal = place.resolve("journal");
      this.database = database;
    }

    /** Where the pipeline writes what it does. */
    Path journal() {
      return journal;
    }

    /** Starts the program with a plan. */
    Process start(Plan plan) throws IOException {
      List<String> options = new ArrayList<>(List.of("-Xmx6g", "-Dpeers.database=" + database));
      if (peer == Name.CAIRN) {
        options.add("-javaagent:" + cairnJar + "=log=warn,store=" + folder);
      }
      return new JavaProgram(PeerProgram.class, options)
          .start(
              peer.name(),
              folder,
              journal,
              plan.kilobytes(),
              plan.percent(),
              plan.stages(),
              plan.inPlace(),
              plan.haltAt());
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    folder.close();
  }
}
