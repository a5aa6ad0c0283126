package dev.cairn.agent;

import dev.cairn.core.config.LogLevel;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.LinePrinter;
import dev.cairn.core.event.progress.ProgressLine;
import dev.cairn.core.event.progress.Terminals;
import dev.cairn.core.storage.StoreThreads;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where Cairn's own lines go, and how many of them. */
final class Lines {

  private Lines() {}

  /**
   * What prints the lines that the settings want.
   *
   * @param stream standard error as it was when the JVM started
   * @throws ConfigurationException if {@code cairn.log.file} cannot be written
   */
  static CheckpointListener of(Settings settings, PrintStream stream) {
    LogLevel level = settings.choice(Setting.LOG, LogLevel.class);
    if (level == LogLevel.OFF) {
      return event -> {};
    }
    Optional<Path> file = settings.path(Setting.LOG_FILE);
    LinePrinter lines =
        new LinePrinter(file.map(Lines::append).orElse(stream), Level.valueOf(level.name()));
    boolean seen = file.isEmpty() && level != LogLevel.WARN && Terminals.isStandardError();
    return seen ? ProgressLine.on(stream, Lines::thread).below(lines) : lines;
  }

  private static Thread thread(Runnable task) {
    return StoreThreads.thread(task, "cairn-progress");
  }

  /** Open as long as the JVM lives; each line is flushed. */
  private static PrintStream append(Path file) {
    try {
      return new PrintStream(
          new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new ConfigurationException(
          Setting.LOG_FILE.key(),
          "Cannot write Cairn's own lines to "
              + file
              + " (cairn.log.file): "
              + e.getMessage()
              + "; name a file in a directory that exists",
          e);
    }
  }
}
