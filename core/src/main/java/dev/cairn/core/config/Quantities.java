package dev.cairn.core.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their units, as people write them. No unit is guessed. */
public final class Quantities {
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Integer> SHIFTS =
      Map.of(
          "", 0, "b", 0, "k", 10, "kib", 10, "m", 20, "mib", 20, "g", 30, "gib", 30, "t", 40, "tib",
          40);
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");

  private Quantities() {}

  /**
   * A duration: {@code 12h}, {@code 500ms}, or ISO 8601.
   *
   * @throws IllegalArgumentException if it has no unit that is known
   * @throws java.time.DateTimeException if it is no ISO 8601 either
   * @throws ArithmeticException if it is too long
   */
  public static Duration duration(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Duration.parse(text);
    }
    Long unit = MILLIS.get(form.group(2).toLowerCase(Locale.ROOT));
    if (unit == null) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofMillis(Math.multiplyExact(number(form), unit));
  }

  /**
   * A size in bytes, or in binary units: {@code 64MiB}, {@code 64m}.
   *
   * @throws IllegalArgumentException if it has another form
   * @throws ArithmeticException if it is too large
   */
  public static long bytes(String text) {
    Matcher form = FORM.matcher(text);
    Integer shift = form.matches() ? SHIFTS.get(form.group(2).toLowerCase(Locale.ROOT)) : null;
    if (shift == null) {
      throw new IllegalArgumentException(text);
    }
    return Math.multiplyExact(number(form), 1L << shift);
  }

  private static long number(Matcher form) {
    return Long.parseLong(form.group(1));
  }
}
