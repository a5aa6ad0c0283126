package dev.cairn.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of settings: lines {@code key=value} or {@code key: value}, comments after {@code #}
 * or {@code !} at a line's beginning, a backslash at a line's end goes on with the next line, two
 * backslashes mean one.
 *
 * <p>Whatever is accepted means what {@link java.util.Properties} takes it for. What that would
 * read as something other than it looks like ({@code C:\data} as {@code C:data}) is refused.
 */
final class ConfigFile {
  private final String name;
  private final Problems problems;
  private final List<Given> given = new ArrayList<>();

  private ConfigFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  static List<Given> read(String name, String text, Problems problems) {
    ConfigFile file = new ConfigFile(name, problems);
    file.readLines(text.lines().toList());
    return file.given;
  }

  private void readLines(List<String> lines) {
    int next = 0;
    while (next < lines.size()) {
      int first = next;
      String line = lines.get(next++).stripLeading();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
        continue;
      }
      while (isContinued(line) && next < lines.size()) {
        line = line.substring(0, line.length() - 1) + lines.get(next++).stripLeading();
      }
      readLine(line, Origin.file(name, first + 1));
    }
  }

  private static boolean isContinued(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end--;
    }
    return (line.length() - end) % 2 == 1;
  }

  private void readLine(String line, Origin origin) {
    int separator = separator(line);
    String key = line.substring(0, separator < 0 ? line.length() : separator).strip();
    if (separator < 0) {
      problems.add(key, origin, "expected key=value.");
    } else if (line.replace("\\\\", "").contains("\\")) {
      problems.add(key, origin, "a single backslash; expected \\\\ for each.");
    } else {
      String value = line.substring(separator + 1).strip().replace("\\\\", "\\");
      given.add(new Given(key, value, origin));
    }
  }

  private static int separator(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ':') {
      at++;
    }
    return at == line.length() ? -1 : at;
  }
}
