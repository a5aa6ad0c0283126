package dev.cairn.core.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.LongStream;

/** Numbers of log entries in words: {@code 12-57,60}. */
final class EntryRanges {
  private EntryRanges() {}

  static String text(SortedSet<Long> entries) {
    List<String> ranges = new ArrayList<>();
    long first = -1;
    long last = -1;
    for (long entry : entries) {
      if (first >= 0 && entry == last + 1) {
        last = entry;
      } else {
        add(ranges, first, last);
        first = entry;
        last = entry;
      }
    }
    add(ranges, first, last);
    return String.join(",", ranges);
  }

  private static void add(List<String> ranges, long first, long last) {
    if (first >= 0) {
      ranges.add(first == last ? Long.toString(first) : first + "-" + last);
    }
  }

  static List<Long> parse(String text) {
    List<Long> entries = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      int dash = range.indexOf('-');
      long first = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
      long last = dash < 0 ? first : Long.parseLong(range.substring(dash + 1));
      LongStream.rangeClosed(first, last).forEach(entries::add);
    }
    return entries;
  }
}
