package dev.cairn.core.config;

import dev.cairn.core.config.Form.Host;
import dev.cairn.core.model.ClassAliases;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms that values of settings have. None of them guesses a unit. */
final class Forms {
  static final Form<String> TEXT = new Form<>("text", "some text", (text, host) -> text);
  static final Form<Boolean> FLAG =
      new Form<>("true | false", "true or false", (text, host) -> flag(text));
  static final Form<Duration> DURATION =
      duration("a duration above zero, at most 36500d,", Duration.ofNanos(1));
  static final Form<Duration> SECONDS =
      duration("a duration of at least 1s", Duration.ofSeconds(1));
  static final Form<Long> SIZE =
      new Form<>(
          "size",
          "a size above zero in bytes, in binary units (64MiB, or 64m as for -Xmx), or as a share"
              + " of the heap (12.5%)",
          Forms::size);
  static final Form<Long> COUNT =
      new Form<>(
          "number",
          "a whole number from 1 to 999999999",
          (text, host) -> Long.valueOf(count(text)));
  static final Form<Integer> LEVEL =
      new Form<>("1 to 19", "a whole number from 1 to 19", (text, host) -> level(text));
  static final Form<Path> FILE = new Form<>("file", "a file's path", Forms::path);
  static final Form<List<Path>> FILES =
      new Form<>("files", "paths of files, with commas between them", Forms::paths);
  static final Form<String> VARIABLE =
      new Form<>(
          "variable",
          "the name of an environment variable, not what it holds",
          (text, host) -> variable(text));
  static final Form<URI> LOCATION =
      new Form<>("directory or URI", "a directory or a URI", Forms::location);
  static final Form<String> RUN =
      new Form<>("run", "a run, such as nightly-report/3f9a2c1b/7", (text, host) -> run(text));
  static final Form<List<MethodPattern>> PATTERNS =
      new Form<>(
          "patterns",
          "patterns Class#method, with commas between them, such as com.acme.Nightly#parse*",
          (text, host) -> patterns(text));

  static final Form<List<ClassPattern>> CLASSES =
      new Form<>(
          "classes",
          "names of classes, with commas between them, such as com.acme.Importer or"
              + " com.acme.service.*",
          (text, host) -> classes(text));

  static final Form<ClassAliases> ALIASES =
      new Form<>(
          "aliases",
          "renamed classes OLD=NEW, with commas between them, such as com.acme.Order=com.acme.Sale"
              + " or com.acme.*=org.acme.*",
          (text, host) -> ClassAliases.of(text));

  // longer ones would overflow where somebody counts in nanoseconds
  private static final Duration CENTURY = Duration.ofDays(36_500);
  private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?|100)\\s*%");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern RUN_SHAPE =
      Pattern.compile(".*[^/\\s].*/[0-9a-f]{8,32}/[1-9]\\d{0,8}");

  private Forms() {}

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String variable(String text) {
    if (!VARIABLE_NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static int level(String text) {
    int level = Integer.parseInt(text);
    if (level < 1 || level > 19) {
      throw new IllegalArgumentException(text);
    }
    return level;
  }

  private static Form<Duration> duration(String range, Duration least) {
    return new Form<>(
        "duration",
        range
            + " with its unit (ms, s, m, h, d), such as 12h or 500ms, or as ISO 8601, such as"
            + " PT1H30M",
        (text, host) -> within(least, Quantities.duration(text)));
  }

  private static Duration within(Duration least, Duration duration) {
    if (duration.compareTo(least) < 0 || duration.compareTo(CENTURY) > 0) {
      throw new IllegalArgumentException(duration.toString());
    }
    return duration;
  }

  private static long size(String text, Host host) {
    Matcher percent = PERCENT.matcher(text);
    long bytes = percent.matches() ? share(percent.group(1), host) : Quantities.bytes(text);
    if (bytes <= 0) {
      throw new IllegalArgumentException(text);
    }
    return bytes;
  }

  private static long share(String percent, Host host) {
    return new BigDecimal(percent)
        .multiply(BigDecimal.valueOf(host.heapBytes()))
        .movePointLeft(2)
        .longValue();
  }

  private static long count(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(text);
    }
    return Long.parseLong(text);
  }

  private static Path path(String text, Host host) {
    // "-Dcairn.store=~/ck" reaches the JVM unexpanded and would make a directory called "~"
    if (text.startsWith("~")) {
      throw new IllegalArgumentException(text);
    }
    return host.workingDirectory().resolve(text).normalize();
  }

  private static List<Path> paths(String text, Host host) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(one -> path(one, host)).toList();
  }

  private static URI location(String text, Host host) {
    if (!SCHEME.matcher(text).matches()) {
      return path(text, host).toUri();
    }
    URI uri = URI.create(text);
    return uri.getScheme().equalsIgnoreCase("file") ? Path.of(uri).toUri() : uri;
  }

  private static String run(String text) {
    if (!RUN_SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static List<ClassPattern> classes(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(ClassPattern::of).toList();
  }

  private static List<MethodPattern> patterns(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).map(MethodPattern::of).toList();
  }
}
