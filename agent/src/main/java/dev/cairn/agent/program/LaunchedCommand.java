package dev.cairn.agent.program;

import java.util.List;
import java.util.Optional;

/**
 * What stood on the command line behind the JVM's options.
 *
 * @param program the main class, {@code module/class}, or a jar
 * @param arguments the program's
 */
record LaunchedCommand(String program, List<String> arguments) {
  LaunchedCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * Takes it from what the JVM and the operating system tell. The JVM has the words in one text,
   * and the system has them apart, where it tells them at all.
   *
   * @param text the JVM's {@code sun.java.command}; blank where no launcher started the JVM
   * @param words the system's
   */
  static Optional<LaunchedCommand> of(String text, List<String> words) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    for (int first = 0; first < words.size(); first++) {
      List<String> rest = words.subList(first, words.size());
      if (String.join(" ", rest).equals(text)) {
        return Optional.of(new LaunchedCommand(rest.get(0), rest.subList(1, rest.size())));
      }
    }
    String[] parts = text.split(" ", 2);
    return Optional.of(
        new LaunchedCommand(parts[0], parts.length == 1 ? List.of() : List.of(parts[1])));
  }
}
