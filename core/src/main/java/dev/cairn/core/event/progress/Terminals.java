package dev.cairn.core.event.progress;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether somebody sees what this process writes, as it is written. Stateless. */
public final class Terminals {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final List<String> DEVICES = List.of("/dev/pts/", "/dev/tty", "/dev/console");

  private Terminals() {}

  /**
   * Whether standard error is a terminal. Linux tells of just that stream; elsewhere it is where
   * input and output are.
   */
  public static boolean isStandardError() {
    return Files.isSymbolicLink(STANDARD_ERROR)
        ? isTerminal(STANDARD_ERROR)
        : isTerminal(System.console());
  }

  /** Whether standard input and output are terminals. */
  public static boolean isConsole() {
    return isTerminal(System.console());
  }

  /** Whether an open file's link leads to a terminal. */
  static boolean isTerminal(Path link) {
    try {
      String device = Files.readSymbolicLink(link).toString();
      return DEVICES.stream().anyMatch(device::startsWith);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      // since Java 22 there may be a console without a terminal
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
