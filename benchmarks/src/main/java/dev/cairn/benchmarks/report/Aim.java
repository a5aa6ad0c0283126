package dev.cairn.benchmarks.report;

/**
 * What a ratio should come to.
 *
 * @param what the ratio is of
 * @param ratio as measured
 * @param bound what it should be at most, or at least
 * @param atMost whether smaller is better
 */
public record Aim(String what, double ratio, double bound, boolean atMost) {
  /** One that should not be larger. */
  public static Aim atMost(String what, double ratio, double bound) {
    return new Aim(what, ratio, bound, true);
  }

  /** One that should not be smaller. */
  public static Aim atLeast(String what, double ratio, double bound) {
    return new Aim(what, ratio, bound, false);
  }

  /** Whether it is reached. */
  public boolean isReached() {
    return atMost ? ratio <= bound : ratio >= bound;
  }

  /** A table of some. */
  public static Table table(Iterable<Aim> aims) {
    Table table = new Table("what", "measured", "aim", "");
    for (Aim aim : aims) {
      table.row(
          aim.what,
          Numbers.ratio(aim.ratio),
          (aim.atMost ? "≤ " : "≥ ") + Numbers.ratio(aim.bound),
          aim.isReached() ? "reached" : "**missed**");
    }
    return table;
  }
}
