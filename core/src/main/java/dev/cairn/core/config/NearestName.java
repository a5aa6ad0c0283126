package dev.cairn.core.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds the name that somebody may have meant, by edit distance. */
final class NearestName {
  private NearestName() {}

  static String to(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.<String>comparingInt(other -> distance(name, other)))
        .orElseThrow();
  }

  /** Insertions, deletions and replacements that make one text of the other. */
  static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int[] above = Arrays.copyOf(row, row.length);
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
    }
    return row[row.length - 1];
  }
}
