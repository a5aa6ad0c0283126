package dev.cairn.agent.program;

import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.agent.weave.WovenMethods;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.event.ResumeCommand;
import dev.cairn.core.model.StageId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The program that the launcher of this JVM started. Thread-safe. */
public final class JvmProgram implements Program {
  private static final String MAIN = "main";
  private static final String DESCRIPTOR = "([Ljava/lang/String;)V";
  private static final String VIRTUAL_THREADS = "VirtualThreads";
  private static final String REMEDY = "mark the method that does one piece of work @Pipeline";

  /** The system counts a process's start in coarse steps. */
  private static final Duration COARSENESS = Duration.ofSeconds(1);

  private final Situation situation;
  private final JvmEnd end;
  private final ListeningSockets sockets = new ListeningSockets(Path.of("/proc/self"));
  private volatile boolean looked;

  /** A program in its situation, whose end is told by {@code end}. */
  public JvmProgram(Situation situation, JvmEnd end) {
    this.situation = situation;
    this.end = end;
  }

  /**
   * What the agent knows of the JVM.
   *
   * @param mayBeARun whether the user allows that the program is a run of its own
   * @param named the methods that the settings name
   * @param woven the methods that were woven
   * @param threads the group of the main thread
   * @param servesConnections whether a class was loaded with which programs wait for connections
   */
  public record Situation(
      boolean mayBeARun,
      NamedMethods named,
      WovenMethods woven,
      ThreadGroup threads,
      BooleanSupplier servesConnections) {}

  @Override
  public Optional<Instant> startedAt() {
    return ProcessHandle.current().info().startInstant().map(about -> about.minus(COARSENESS));
  }

  @Override
  public Start start() {
    if (!situation.named().pipelines().isEmpty() || situation.woven().holdPipelines()) {
      return new Start.None("the program has pipelines of its own");
    }
    List<String> words = ProcessHandle.current().info().arguments().map(List::of).orElse(List.of());
    return LaunchedCommand.of(System.getProperty("sun.java.command", ""), words)
        .flatMap(JvmProgram::main)
        .orElseGet(() -> new Start.None("it is not known which program this JVM was started for"));
  }

  private static Optional<Start> main(LaunchedCommand command) {
    return MainClass.of(command.program(), System.getProperty("java.class.path", ""))
        .map(
            name ->
                new Start.Main(
                    new StageId(name, MAIN, DESCRIPTOR),
                    ResumeCommand.withoutSecrets(command.arguments())));
  }

  @Override
  public Optional<String> obstacle() {
    if (!situation.mayBeARun()) {
      return Optional.of("the program is no run, as cairn.implicit is false; " + REMEDY);
    }
    boolean first = !looked;
    looked = true;
    return first || situation.servesConnections().getAsBoolean() ? listening() : Optional.empty();
  }

  private Optional<String> listening() {
    Optional<String> socket =
        sockets.areKnown()
            ? sockets.any()
            : Optional.of("some port").filter(port -> situation.servesConnections().getAsBoolean());
    return socket.map(
        name ->
            "this JVM listens on "
                + name
                + ", as servers do, and what it does for one caller must not reach another; "
                + REMEDY);
  }

  /** Threads belong to the group of the thread that makes them; the JVM's own to another. */
  @Override
  public boolean covers(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null
        && (situation.threads().parentOf(group) || group.getName().equals(VIRTUAL_THREADS));
  }

  @Override
  public void whenEnding(Consumer<End> listener) {
    end.watch(listener);
  }
}
