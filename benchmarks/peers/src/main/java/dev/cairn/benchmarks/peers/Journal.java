package dev.cairn.benchmarks.peers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bodies of a pipeline did, over all its processes.
 *
 * @param repeated stages whose body was done more than once
 * @param lost those of them that were done again although a later stage had begun: their result had
 *     been recorded, or the pipeline would not have gone on
 */
record Journal(int repeated, int lost) {
  static Journal of(List<String> lines) {
    Map<Integer, Integer> ends = new HashMap<>();
    Set<Integer> lost = new HashSet<>();
    int furthest = -1;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      int number = Integer.parseInt(words[1]);
      if ("end".equals(words[0])) {
        ends.merge(number, 1, Integer::sum);
      } else if (number < furthest) {
        lost.add(number);
      }
      furthest = Math.max(furthest, number);
    }
    return new Journal(
        (int) ends.values().stream().filter(count -> count > 1).count(), lost.size());
  }
}
