package dev.cairn.core.event;

import java.time.Duration;
import java.util.Locale;

/** Sizes and durations as people read them: {@code 1.2 MiB}, {@code 340 ms}, {@code 2 m 05 s}. */
public final class Amounts {
  private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final double STEP = 1024;

  private Amounts() {}

  /** A number of bytes with three significant digits and a binary unit. */
  public static String bytes(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = 0;
    while (amount >= STEP && unit < BYTE_UNITS.length - 1) {
      amount /= STEP;
      unit++;
    }
    return String.format(
        Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, BYTE_UNITS[unit]);
  }

  /** A duration, never negative zero: milliseconds below a second, minutes from one minute on. */
  public static String duration(Duration duration) {
    if (duration.isNegative()) {
      return "-" + duration(duration.negated());
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return String.format(
          Locale.ROOT, "%d m %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
    return String.format(Locale.ROOT, "%d h %02d m", duration.toHours(), duration.toMinutesPart());
  }
}
