package dev.cairn.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads agent arguments: {@code name=value,name=value}.
 *
 * <p>A value goes to the next comma. A value with a comma stands in single or double quotes, in
 * which a doubled quote means itself: {@code stages='a.B#c,a.B#d'}. There are no escapes, so a
 * backslash is a backslash. Spaces around names and values do not count, nor do empty arguments.
 */
final class AgentArguments {
  private final String text;
  private final Problems problems;
  private int at;

  private AgentArguments(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  static List<Given> read(String text, Problems problems) {
    return new AgentArguments(text, problems).all();
  }

  private List<Given> all() {
    List<Given> all = new ArrayList<>();
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      int comma = end(at);
      if (equals < 0 || equals > comma) {
        withoutValue(text.substring(at, comma).strip());
        at = comma + 1;
      } else {
        String name = text.substring(at, equals).strip();
        at = equals + 1;
        all.add(new Given(fullKey(name), value(name), Origin.AGENT_ARGUMENT));
      }
    }
    return all;
  }

  private void withoutValue(String argument) {
    if (!argument.isEmpty()) {
      problems.add(
          argument,
          Origin.AGENT_ARGUMENT,
          "expected name=value; a value with a comma needs quotes: name='a,b'.");
    }
  }

  private String value(String name) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean quoted = at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0;
    return quoted ? quoted(name, text.charAt(at++)) : rest();
  }

  private String quoted(String name, char quote) {
    StringBuilder value = new StringBuilder();
    int close = text.indexOf(quote, at);
    while (close >= 0 && text.startsWith("" + quote + quote, close)) {
      value.append(text, at, close + 1);
      at = close + 2;
      close = text.indexOf(quote, at);
    }
    value.append(text, at, close < 0 ? text.length() : close);
    at = close < 0 ? text.length() : close + 1;
    String behind = rest();
    if (close < 0 || !behind.isEmpty()) {
      String expected =
          close < 0
              ? "expected a closing " + quote + "."
              : "expected a comma after the closing " + quote + ", found \"" + behind + "\".";
      problems.add(fullKey(name), Origin.AGENT_ARGUMENT, expected);
    }
    return value.toString();
  }

  private String rest() {
    String rest = text.substring(at, end(at)).strip();
    at = end(at) + 1;
    return rest;
  }

  private int end(int from) {
    int comma = text.indexOf(',', from);
    return comma < 0 ? text.length() : comma;
  }

  private static String fullKey(String name) {
    return name.startsWith(Setting.PREFIX) ? name : Setting.PREFIX + name;
  }
}
