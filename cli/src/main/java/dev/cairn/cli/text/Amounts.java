package dev.cairn.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, durations and times as people read them. */
public final class Amounts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String UNITS = "KMGTPE";
  private static final int STEP = 1024;
  private static final double FEW = 9.95;

  private Amounts() {}

  /** {@code 812 B}, {@code 1.4 MiB}, {@code 23 GiB}: two digits at least, in binary units. */
  public static String size(long bytes) {
    double amount = bytes;
    int unit = -1;
    // what would be shown as 1024 of one unit is one of the next
    while (amount >= STEP - 0.5 && unit < UNITS.length() - 1) {
      amount /= STEP;
      unit++;
    }
    if (unit < 0) {
      return bytes + " B";
    }
    return decimal(amount) + " " + UNITS.charAt(unit) + "iB";
  }

  /** {@code 0 ms}, {@code 3.2 s}, {@code 47 s}, {@code 2 min 05 s}, {@code 3 h 07 min}. */
  public static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    long seconds = Math.round(millis / 1_000.0);
    if (seconds < 60) {
      return decimal(millis / 1_000.0) + " s";
    }
    if (seconds < 3_600) {
      return pair(seconds, 60, "min", "s");
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 1_440 ? pair(minutes, 60, "h", "min") : pair(minutes / 60, 24, "d", "h");
  }

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

  private static String decimal(double amount) {
    return String.format(Locale.ROOT, amount < FEW ? "%.1f" : "%.0f", amount);
  }

  private static String pair(long amount, int step, String large, String small) {
    return amount / step
        + " "
        + large
        + String.format(Locale.ROOT, " %02d ", amount % step)
        + small;
  }
}
