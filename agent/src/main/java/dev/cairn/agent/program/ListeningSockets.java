package dev.cairn.agent.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sockets on which a process waits for connections, as Linux tells in {@code /proc}.
 *
 * @param process where the system tells of the process
 */
record ListeningSockets(Path process) {
  private static final String SOCKET = "socket:[";
  private static final String TCP_LISTENS = "0A";
  private static final String UNIX_LISTENS = "00010000";

  /** The JVM's own, made for whoever looks into it with jcmd or jstack. */
  private static final String JVM_OWN = ".java_pid";

  /** Whether the system tells at all. */
  boolean areKnown() {
    return Files.isReadable(process.resolve("net/tcp")) && Files.isReadable(process.resolve("fd"));
  }

  /** One of them, for people: {@code port 8080}. */
  Optional<String> any() {
    Set<String> own = ownSockets();
    return own.isEmpty()
        ? Optional.empty()
        : Stream.of("net/tcp", "net/tcp6")
            .flatMap(table -> rows(table).flatMap(row -> tcp(row, own).stream()))
            .findFirst()
            .or(() -> rows("net/unix").flatMap(row -> unix(row, own).stream()).findFirst());
  }

  private Set<String> ownSockets() {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      open.map(ListeningSockets::target)
          .filter(target -> target.startsWith(SOCKET))
          .forEach(target -> inodes.add(target.substring(SOCKET.length(), target.length() - 1)));
    } catch (IOException | UncheckedIOException e) {
      return Set.of();
    }
    return inodes;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      // closed meanwhile
      return "";
    }
  }

  private Stream<List<String>> rows(String table) {
    try {
      return Files.readAllLines(process.resolve(table), StandardCharsets.ISO_8859_1).stream()
          .map(line -> List.of(line.strip().split("\\s+", -1)));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** A row: number, local address, remote address, state, …, the inode as the tenth. */
  private static Optional<String> tcp(List<String> row, Set<String> own) {
    if (row.size() < 10 || !row.get(3).equals(TCP_LISTENS) || !own.contains(row.get(9))) {
      return Optional.empty();
    }
    String local = row.get(1);
    return Optional.of("port " + Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16));
  }

  /** A row: number, users, protocol, flags, type, state, inode, path. */
  private static Optional<String> unix(List<String> row, Set<String> own) {
    if (row.size() < 8 || !row.get(3).equals(UNIX_LISTENS) || !own.contains(row.get(6))) {
      return Optional.empty();
    }
    return Optional.of(row.get(7)).filter(path -> !path.contains(JVM_OWN));
  }
}
