package dev.cairn.agent;

import dev.cairn.agent.runtime.Bridge;
import dev.cairn.agent.weave.CatchUp;
import dev.cairn.agent.weave.NamedMethods;
import dev.cairn.agent.weave.StageTransformer;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.Optional;

/**
 * Starts the agent, inside the agent loader. Does as little as possible before {@code main}: where
 * nobody gives a setting and no class is annotated it reads no file, opens no store and loads no
 * library.
 */
public final class AgentStart {
  /** What Cairn's own lines begin with. */
  static final String MARK = "[cairn] ";

  private static final int GO_ON = 0;
  private static final int WRONG_SETTINGS = 2;

  private AgentStart() {}

  /**
   * Starts the agent; called by AgentMain, by name.
   *
   * @param arguments what follows {@code -javaagent:cairn.jar=}; empty for nothing
   * @param instrumentation the JVM's
   * @param stream where Cairn's own lines go: standard error as it was when the JVM started
   * @return 0, or the status with which the JVM must end before {@code main}
   * @throws IOException if a file of Cairn's own cannot be read
   * @throws IllegalAccessException if the JVM does not let an agent into java.base
   */
  public static int start(String arguments, Instrumentation instrumentation, PrintStream stream)
      throws IOException, IllegalAccessException {
    if (GivenSettings.any(arguments)) {
      return startAsTold(arguments, instrumentation, stream);
    }
    if (isFirst(stream)) {
      Bridge bridge = Bridge.define(instrumentation);
      LazySession session = new LazySession(instrumentation, bridge, Optional.empty(), stream);
      weave(instrumentation, NamedMethods.NONE, session);
    }
    return GO_ON;
  }

  private static int startAsTold(
      String arguments, Instrumentation instrumentation, PrintStream stream)
      throws IOException, IllegalAccessException {
    try {
      Settings settings = Settings.ofThisJvm(arguments);
      if (settings.flag(Setting.ENABLED) && isFirst(stream)) {
        start(Told.of(settings, stream), instrumentation, stream);
      }
      return GO_ON;
    } catch (ConfigurationException e) {
      String.valueOf(e.getMessage()).lines().forEach(line -> stream.println(MARK + line));
      return WRONG_SETTINGS;
    }
  }

  private static void start(Told told, Instrumentation instrumentation, PrintStream stream)
      throws IOException, IllegalAccessException {
    WeaveLines lines = new WeaveLines(told.lines());
    told.settings().warnings().forEach(lines::warn);
    Bridge bridge = Bridge.define(instrumentation);
    LazySession session = new LazySession(instrumentation, bridge, Optional.of(told), stream);
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

  private static boolean isFirst(PrintStream stream) {
    boolean first = !Bridge.stands();
    if (!first) {
      stream.println(
          MARK + "warning: the agent is given twice; this one stands down: remove one -javaagent");
    }
    return first;
  }
}
