package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Peer.Name;
import dev.cairn.benchmarks.peers.Pipeline.Plan;
import dev.cairn.benchmarks.save.Folder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where peers run: a folder on the disk of the checkout, a PostgreSQL server, cairn.jar. */
final class Ground implements AutoCloseable {
  private final Path cairnJar;
  private final Folder folder = Folder.make();
  private final EmbeddedPostgres postgres;
  private int sites;

  Ground(Path cairnJar) throws IOException {
    this.cairnJar = cairnJar.toAbsolutePath();
    this.postgres =
        EmbeddedPostgres.builder().setDataDirectory(folder.path().resolve("pg")).start();
  }

  /** A place where nobody has been. */
  Site site(Name peer) throws IOException, SQLException {
    sites++;
    Path place = Files.createDirectory(folder.path().resolve("site" + sites));
    String database = "site" + sites;
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    return new Site(peer, place, postgres.getJdbcUrl("postgres", database));
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
      List<String> command =
          new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
      command.addAll(List.of("-Xmx6g", "-Dpeers.database=" + database));
      if (peer == Name.CAIRN) {
        command.add("-javaagent:" + cairnJar + "=log=warn,store=" + folder);
      }
      command.addAll(List.of("-cp", classPath(), PeerProgram.class.getName()));
      command.addAll(List.of(peer.name(), folder.toString(), journal.toString()));
      command.addAll(arguments(plan));
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
  }

  private static List<String> arguments(Plan plan) {
    return List.of(
        String.valueOf(plan.kilobytes()),
        String.valueOf(plan.percent()),
        String.valueOf(plan.stages()),
        String.valueOf(plan.inPlace()),
        String.valueOf(plan.haltAt()));
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    folder.close();
  }
}
