package dev.cairn.core.event;

import java.time.Duration;
import java.util.Locale;

/** Counts, sizes and durations as people read them. */
public final class Amounts {
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
    if (duration.isNegative()) {
      return "-" + duration(duration.negated());
    }
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

  /** {@code 1 run}, {@code 2 runs}: of a noun whose plural has an s. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
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
