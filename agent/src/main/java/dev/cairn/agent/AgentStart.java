package dev.cairn.agent;

import dev.cairn.agent.weave.CatchUp;
import dev.cairn.agent.weave.NamedMethods;
import dev.cairn.agent.weave.StageTransformer;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
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

  private static final int GO_ON = 0;
  private static final int WRONG_SETTINGS = 2;

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
      return startAsTold(arguments, instrumentation);
    }
    LazySession session = new LazySession(instrumentation, null, stream);
    weave(instrumentation, NamedMethods.NONE, session);
    return GO_ON;
  }

  private int startAsTold(String arguments, Instrumentation instrumentation) {
    try {
      Settings settings = Settings.ofThisJvm(arguments);
      if (settings.flag(Setting.ENABLED)) {
        start(Told.of(settings, stream), instrumentation);
      }
      return GO_ON;
    } catch (ConfigurationException e) {
      String.valueOf(e.getMessage()).lines().forEach(line -> stream.println(MARK + line));
      return WRONG_SETTINGS;
    }
  }

  private void start(Told told, Instrumentation instrumentation) {
    WeaveLines lines = new WeaveLines(told.lines());
    told.settings().warnings().forEach(lines::warn);
    LazySession session = new LazySession(instrumentation, told, stream);
    weave(instrumentation, told.named(), session);
    if (told.settings().flag(Setting.REQUIRED)) {
      session.begun().runtime().openStore();
    }
  }

  private static void weave(
      Instrumentation instrumentation, NamedMethods named, LazySession session) {
    StageTransformer transformer = new StageTransformer(named, session);
    instrumentation.addTransformer(transformer, true);
    new CatchUp(instrumentation, transformer, session).run();
  }
}
