package dev.cairn.core.log.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Linux tells in {@code /proc}. Elsewhere the boot and the namespace stay unknown, so that
 * nobody is known to be gone and a takeover waits for silence.
 *
 * @param self this process, without instance
 * @param proc where processes are listed
 */
public record LocalHost(Owner self, Path proc) implements Host {
  private static final int STATE_FIELD = 0;
  private static final int STARTED_FIELD = 19;

  static LocalHost read() {
    Path proc = Path.of("/proc");
    long pid = ProcessHandle.current().pid();
    String name = hostName(proc);
    // Containers often have no machine id; the boot's identity tells systems apart as well.
    String machine = text(Path.of("/etc/machine-id"));
    Owner self =
        new Owner(
            name.isEmpty() ? "an unnamed host" : name,
            machine.isEmpty() ? name : machine,
            text(proc.resolve("sys/kernel/random/boot_id")),
            link(proc.resolve("self/ns/pid")),
            user(proc.resolve("self")),
            pid,
            stat(proc, pid).map(Stat::started).orElse(""),
            "");
    return new LocalHost(self, proc);
  }

  @Override
  public Owner self(String instance) {
    return self.withInstance(instance);
  }

  @Override
  public boolean isGone(Owner owner) {
    if (!self.isKnown() || !self.sharesProcessesWith(owner)) {
      return false;
    }
    Optional<Stat> stat = stat(proc, owner.pid());
    if (stat.isEmpty()) {
      return Files.notExists(proc.resolve(Long.toString(owner.pid())));
    }
    return !stat.get().started().equals(owner.started()) || isDead(stat.get(), owner.pid());
  }

  // A killed process stays until its parent asks; but a process whose first thread ended alone
  // looks the same, and has other threads.
  private boolean isDead(Stat stat, long pid) {
    return stat.state().equals("Z") && threads(pid) == 1;
  }

  private long threads(long pid) {
    try (Stream<Path> tasks = Files.list(proc.resolve(Long.toString(pid)).resolve("task"))) {
      return tasks.count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Two fields of {@code /proc/PID/stat}, after the command, which may hold anything. */
  private record Stat(String state, String started) {}

  private static Optional<Stat> stat(Path proc, long pid) {
    String text = text(proc.resolve(Long.toString(pid)).resolve("stat"));
    int command = text.lastIndexOf(") ");
    String[] fields = command < 0 ? new String[0] : text.substring(command + 2).split(" ", -1);
    return fields.length <= STARTED_FIELD
        ? Optional.empty()
        : Optional.of(new Stat(fields[STATE_FIELD], fields[STARTED_FIELD]));
  }

  // Asking the network for this machine's name can take seconds.
  private static String hostName(Path proc) {
    return Stream.of(
            text(proc.resolve("sys/kernel/hostname")),
            System.getenv().getOrDefault("HOSTNAME", ""),
            System.getenv().getOrDefault("COMPUTERNAME", ""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String user(Path self) {
    try {
      return String.valueOf(Files.getAttribute(self, "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }
}
