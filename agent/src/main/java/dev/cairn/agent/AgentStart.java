package dev.cairn.agent;

import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.agent.weave.CatchUp;
import dev.cairn.agent.weave.StageTransformer;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.function.BiFunction;

/**
 * Starts the agent, inside the agent loader. Does as little as possible before {@code main}: where
 * nobody gives a setting and no class is annotated it reads no file, opens no store and loads no
 * library.
 */
public final class AgentStart implements BiFunction<String, Instrumentation, Integer> {
  /** What Cairn's own lines begin with. */
  static final String MARK = "[cairn] ";

  /** The status with which the program goes on. */
  static final int GO_ON = 0;

  // as it is when the JVM starts: what a program puts in its place is the program's
  private final PrintStream stream = System.err;

  /** Called by AgentMain, by name. */
  public AgentStart() {}

  /**
   * Starts the agent.
   *
   * @param arguments what follows {@code -javaagent:cairn.jar=}; empty for nothing
   * @param instrumentation the JVM's
   * @return 0, or the status with which the JVM must end before {@code main}
   * @throws dev.cairn.core.error.CairnException if Cairn is required and cannot start
   */
  @Override
  public Integer apply(String arguments, Instrumentation instrumentation) {
    if (GivenSettings.any(arguments)) {
      return StartAsTold.start(arguments, instrumentation, stream);
    }
    LazySession session = new LazySession(instrumentation, null, stream);
    weave(instrumentation, NamedMethods.NONE, session);
    return GO_ON;
  }

  /** Weaves classes from now on, and those that are loaded already. */
  static void weave(Instrumentation instrumentation, NamedMethods named, LazySession session) {
    StageTransformer transformer = new StageTransformer(named, session);
    instrumentation.addTransformer(transformer, true);
    new CatchUp(instrumentation, transformer, session).run();
  }
}
