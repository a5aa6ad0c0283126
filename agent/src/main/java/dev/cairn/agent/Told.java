package dev.cairn.agent;

import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.config.LogLevel;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.event.CheckpointListener;
import java.io.PrintStream;
import java.util.List;

/**
 * What the user told the agent.
 *
 * @param settings the settings
 * @param lines prints Cairn's own lines as they want
 * @param extensions the listeners that they name
 */
record Told(Settings settings, CheckpointListener lines, List<CheckpointListener> extensions) {

  static Told of(Settings settings, PrintStream stream) {
    return new Told(
        settings,
        Lines.of(settings, stream),
        Extensions.listeners(settings.paths(Setting.EXTENSIONS)));
  }

  /** What tells of the methods that are woven. */
  WeaveLines weaveLines() {
    return new WeaveLines(lines, settings.choice(Setting.LOG, LogLevel.class) == LogLevel.DEBUG);
  }

  /** The methods that count as annotated because the settings name them. */
  NamedMethods named() {
    return new NamedMethods(
        settings.patterns(Setting.STAGES), settings.patterns(Setting.PIPELINES));
  }
}
