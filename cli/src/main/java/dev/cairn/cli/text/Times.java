package dev.cairn.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them. */
public final class Times {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Times() {}

  /** How long ago, in one unit: {@code 3 min ago}. */
  public static String age(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toSeconds() < 1) {
      return "just now";
    }
    if (age.toMinutes() < 1) {
      return age.toSeconds() + " s ago";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " d ago";
  }

  /** The local time, to the second. */
  public static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }
}
