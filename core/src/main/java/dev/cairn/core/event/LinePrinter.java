package dev.cairn.core.event;

import dev.cairn.core.event.CairnEvent.Level;
import java.io.PrintStream;

/**
 * Prints events as lines that begin with {@code [cairn]}. Thread-safe: each line is printed by one
 * call.
 */
public final class LinePrinter implements CheckpointListener {
  private static final String MARK = "[cairn] ";

  private final PrintStream out;
  private final Level least;

  /**
   * Prints to a stream, which stays the caller's to close.
   *
   * @param least the least urgent level that is printed
   */
  public LinePrinter(PrintStream out, Level least) {
    this.out = out;
    this.least = least;
  }

  @Override
  public void on(CairnEvent event) {
    if (event.level().compareTo(least) <= 0) {
      out.println(MARK + EventLines.line(event).replaceAll("\\R", " "));
    }
  }
}
