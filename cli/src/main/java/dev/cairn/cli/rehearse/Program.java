package dev.cairn.cli.rehearse;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.rehearsal.Transcript;
import dev.cairn.core.rehearsal.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's command. Each JVM that it starts gets the agent by {@code JAVA_TOOL_OPTIONS}, so that
 * it may be a script. One start at a time; {@link #close} may come from another thread.
 */
final class Program implements AutoCloseable {
  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
  private static final int TOLD = 15;

  private final List<String> command;
  private final Path workingDirectory;
  private final Path agent;
  private @Nullable Process running;
  private boolean closed;

  /**
   * A command.
   *
   * @param agent the file cairn.jar
   */
  Program(List<String> command, Path workingDirectory, Path agent) {
    this.command = List.copyOf(command);
    this.workingDirectory = workingDirectory;
    this.agent = agent;
  }

  /**
   * Starts it and waits for its end.
   *
   * @param patience how long it may take; then it is killed
   * @throws CannotRehearseException if it cannot be started, or starts several JVMs with stages
   */
  Trial run(Rehearsal rehearsal, Duration patience) {
    long start = System.nanoTime();
    int status = status(start(rehearsal), patience);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Trial(transcript(rehearsal), status, lines(out(rehearsal)), took);
  }

  private Process start(Rehearsal rehearsal) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectOutput(out(rehearsal).toFile())
            .redirectError(err(rehearsal).toFile());
    addAgent(builder.environment(), rehearsal);
    try {
      Process process = start(builder);
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new CannotRehearseException(
          "Cannot start the command: " + e.getMessage() + "; give it as a shell would take it");
    }
  }

  /** One that is being started is waited for by {@link #close}, which could not kill it yet. */
  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (closed) {
      throw new CannotRehearseException("The rehearsal was broken off");
    }
    Process process = builder.start();
    running = process;
    return process;
  }

  private void addAgent(Map<String, String> environment, Rehearsal rehearsal) {
    String option = "-javaagent:" + agent + "=" + Rehearsal.GUEST;
    String quoted = option.indexOf(' ') < 0 ? option : '"' + option + '"';
    environment.merge(OPTIONS, quoted, (before, ours) -> before + " " + ours);
    environment.put(Rehearsal.VARIABLE, rehearsal.text());
  }

  private int status(Process process, Duration patience) {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill(process);
    return Trial.NEVER_ENDED;
  }

  private Transcript transcript(Rehearsal rehearsal) {
    if (!Files.exists(rehearsal.transcripts())) {
      return Transcript.EMPTY;
    }
    try (Stream<Path> files = Files.list(rehearsal.transcripts())) {
      List<Path> all = files.toList();
      if (all.size() > 1) {
        throw new CannotRehearseException(
            "Cannot rehearse a command that starts "
                + all.size()
                + " JVMs with stages: expected one; rehearse them one after the other");
      }
      return Transcript.parse(Files.readString(all.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException("a transcript of the rehearsal cannot be read", e);
    }
  }

  /** What lies where it works. */
  Footprint footprint() {
    return Footprint.of(workingDirectory);
  }

  /** The last lines that it wrote to standard error, Cairn's own among them. */
  List<String> lastErrors(Rehearsal rehearsal) {
    List<String> lines =
        lines(err(rehearsal)).stream().filter(line -> !line.contains(OPTIONS)).toList();
    return lines.subList(Math.max(0, lines.size() - TOLD), lines.size());
  }

  private static List<String> lines(Path file) {
    try {
      // as the program's encoding has it, whatever that makes of other bytes
      return new String(Files.readAllBytes(file), Charset.defaultCharset()).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("an output of the rehearsed command cannot be read", e);
    }
  }

  private static Path out(Rehearsal rehearsal) {
    return rehearsal.directory().resolve(rehearsal.attempt() + ".out");
  }

  private static Path err(Rehearsal rehearsal) {
    return rehearsal.directory().resolve(rehearsal.attempt() + ".err");
  }

  /** Ends the command and whatever it started. */
  @Override
  public synchronized void close() {
    closed = true;
    Process process = running;
    if (process != null) {
      kill(process);
    }
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
