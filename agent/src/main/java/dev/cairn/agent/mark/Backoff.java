package dev.cairn.agent.mark;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pause before a further try, as {@code @Checkpointed(backoff)} writes it. */
public final class Backoff {
  /** What the annotation documents as its default. */
  public static final String DEFAULT = "1s";

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private Backoff() {}

  /**
   * Reads a pause.
   *
   * @throws IllegalArgumentException if it has another form, is negative, or longer than a day
   */
  public static Duration parse(String text) {
    Duration pause = text.isEmpty() ? parse(DEFAULT) : duration(text.strip());
    if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
      throw illFormed(text);
    }
    return pause;
  }

  private static Duration duration(String text) {
    Matcher quantity = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    if (quantity.matches()) {
      return Duration.of(Long.parseLong(quantity.group(1)), unit(quantity.group(2)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw illFormed(text);
    }
  }

  private static ChronoUnit unit(String word) {
    return switch (word) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }

  private static IllegalArgumentException illFormed(String text) {
    return new IllegalArgumentException(
        "backoff = \""
            + text
            + "\" is no pause of at most a day; write a whole number and a unit (500ms, 2s, 1m), or"
            + " ISO-8601 (PT0.5S)");
  }
}
