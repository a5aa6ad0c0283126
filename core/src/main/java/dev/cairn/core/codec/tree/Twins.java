package dev.cairn.core.codec.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which object of one state stands for which of another, and where both were met first. */
final class Twins {
  private final Map<Integer, Integer> forward = new HashMap<>();
  private final Map<Integer, Integer> backward = new HashMap<>();
  private final Map<Integer, TreePath> pathsBefore = new HashMap<>();
  private final Map<Integer, TreePath> pathsAfter = new HashMap<>();
  private final Set<Long> met = new HashSet<>();

  /** What a meeting of two objects tells. */
  enum Meeting {
    /** They never met, nor did either meet another. */
    NEW,
    /** They met before. */
    KNOWN,
    /** One of them stands for another already. */
    ALIAS,
    /** The same, and these two met before. */
    KNOWN_ALIAS
  }

  Meeting meet(int before, int after, TreePath path) {
    boolean known = !met.add((long) before << Integer.SIZE | after);
    boolean free = !forward.containsKey(before) && !backward.containsKey(after);
    if (free) {
      forward.put(before, after);
      backward.put(after, before);
    }
    pathsBefore.putIfAbsent(before, path);
    pathsAfter.putIfAbsent(after, path);
    if (forward.getOrDefault(before, -1) == after) {
      return known ? Meeting.KNOWN : Meeting.NEW;
    }
    return known ? Meeting.KNOWN_ALIAS : Meeting.ALIAS;
  }

  /** Where an object of the first state was met first. */
  TreePath pathBefore(int number) {
    return pathsBefore.getOrDefault(number, TreePath.START);
  }

  /** Where an object of the second state was met first. */
  TreePath pathAfter(int number) {
    return pathsAfter.getOrDefault(number, TreePath.START);
  }
}
