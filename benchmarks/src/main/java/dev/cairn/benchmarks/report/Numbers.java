package dev.cairn.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that count, and a unit. */
public final class Numbers {
  private static final double STEP = 1000;
  private static final double HUNDRED = 100;
  private static final double TEN = 10;

  private Numbers() {}

  /** A time. */
  public static String time(double nanos) {
    return scaled(nanos, "ns", "µs", "ms", "s");
  }

  /** A size. */
  public static String bytes(double bytes) {
    return scaled(bytes, "B", "kB", "MB", "GB");
  }

  /** A ratio. */
  public static String ratio(double ratio) {
    return ratio < 0.1 ? String.format(Locale.ROOT, "%.4f", ratio) : digits(ratio);
  }

  private static String scaled(double value, String... units) {
    double left = value;
    int unit = 0;
    while (left >= STEP && unit < units.length - 1) {
      left /= STEP;
      unit++;
    }
    return digits(left) + " " + units[unit];
  }

  private static String digits(double value) {
    String format = value >= HUNDRED ? "%.0f" : value >= TEN ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
