package dev.cairn.agent;

import dev.cairn.core.CairnRuntime;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;

/**
 * Starts the agent where somebody gave a setting: all are read and checked before {@code main}. A
 * class of its own, so that a start without settings does not load what it mentions.
 */
final class StartAsTold {
  private static final int WRONG_SETTINGS = 2;

  private StartAsTold() {}

  static int start(String arguments, Instrumentation instrumentation, PrintStream stream) {
    try {
      Settings settings = Settings.ofThisJvm(arguments);
      if (settings.flag(Setting.ENABLED)) {
        CairnRuntime.check(settings);
        start(Told.of(settings, stream), instrumentation, stream);
      }
      return AgentStart.GO_ON;
    } catch (ConfigurationException e) {
      String.valueOf(e.getMessage())
          .lines()
          .forEach(line -> stream.println(AgentStart.MARK + line));
      return WRONG_SETTINGS;
    }
  }

  private static void start(Told told, Instrumentation instrumentation, PrintStream stream) {
    WeaveLines lines = told.weaveLines();
    told.settings().warnings().forEach(lines::warn);
    LazySession session = new LazySession(instrumentation, told, stream);
    AgentStart.weave(instrumentation, told.named(), session);
    if (told.settings().flag(Setting.REQUIRED)) {
      session.begun().runtime().openStore();
    }
  }
}
