package dev.cairn.core.codec.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of one sequence stand for which of another: those with equal keys in order, as
 * many as can be; then those with equal keys elsewhere; then what stands between the same
 * neighbours. Beyond a size the first step is left out of the middle. For one thread.
 */
final class Alignment {
  private static final long LARGEST_TABLE = 4_000_000;
  private static final int NONE = -1;

  private final long[] before;
  private final long[] after;
  private final int[] pairs;
  private final boolean[] taken;
  private final List<Step> steps = new ArrayList<>();

  private Alignment(long[] before, long[] after) {
    this.before = before;
    this.after = after;
    this.pairs = new int[before.length];
    this.taken = new boolean[after.length];
    Arrays.fill(pairs, NONE);
  }

  /**
   * A pair of elements, or one alone.
   *
   * @param before place in the first sequence, or -1
   * @param after place in the second, or -1
   * @param moved whether they are equal and not in the order of the others
   */
  record Step(int before, int after, boolean moved) {
    boolean isAdded() {
      return before < 0;
    }

    boolean isRemoved() {
      return after < 0;
    }
  }

  /** The pairs in the order of the first sequence, what is new among them where it stands. */
  static List<Step> of(long[] before, long[] after) {
    Alignment alignment = new Alignment(before, after);
    alignment.ends();
    alignment.gaps(alignment.moves());
    return alignment.steps;
  }

  private void ends() {
    int from = 0;
    int end = Math.min(before.length, after.length);
    while (from < end && before[from] == after[from]) {
      pair(from, from++);
    }
    int tail = 0;
    while (tail < end - from
        && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      pair(before.length - 1 - tail, after.length - 1 - tail);
      tail++;
    }
    middle(from, before.length - tail - from, after.length - tail - from);
  }

  private void pair(int one, int other) {
    pairs[one] = other;
    taken[other] = true;
  }

  /** The longest common subsequence, where the table for it has room. */
  private void middle(int from, int rows, int columns) {
    if ((rows + 1L) * (columns + 1L) > LARGEST_TABLE) {
      return;
    }
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            before[from + i] == after[from + j]
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int j = 0;
    for (int i = 0; i < rows && j < columns; i++) {
      while (j < columns && longest[i][j + 1] == longest[i][j]) {
        j++;
      }
      if (j < columns && before[from + i] == after[from + j]) {
        pair(from + i, from + j++);
      }
    }
  }

  /** Equal elements that are out of order: whether each was found so. */
  private boolean[] moves() {
    Map<Long, Deque<Integer>> free = new HashMap<>();
    for (int j = 0; j < after.length; j++) {
      if (!taken[j]) {
        free.computeIfAbsent(after[j], key -> new ArrayDeque<>()).add(j);
      }
    }
    boolean[] moved = new boolean[before.length];
    for (int i = 0; i < before.length; i++) {
      Deque<Integer> places = pairs[i] == NONE ? free.get(before[i]) : null;
      if (places != null && !places.isEmpty()) {
        pair(i, places.remove());
        moved[i] = true;
      }
    }
    return moved;
  }

  private void gaps(boolean[] moved) {
    int[] limits = limits(moved);
    int j = 0;
    for (int i = 0; i < before.length; i++) {
      if (moved[i]) {
        steps.add(new Step(i, pairs[i], true));
      } else if (pairs[i] != NONE) {
        added(j, pairs[i]);
        steps.add(new Step(i, pairs[i], false));
        j = pairs[i] + 1;
      } else {
        j = free(j, limits[i]);
        steps.add(new Step(i, j < limits[i] ? j++ : NONE, false));
      }
    }
    added(j, after.length);
  }

  /** Up to where the second sequence stands in the same gap as an element of the first. */
  private int[] limits(boolean[] moved) {
    int[] limits = new int[before.length];
    int limit = after.length;
    for (int i = before.length - 1; i >= 0; i--) {
      limits[i] = limit;
      limit = pairs[i] == NONE || moved[i] ? limit : pairs[i];
    }
    return limits;
  }

  private int free(int from, int limit) {
    int j = from;
    while (j < limit && taken[j]) {
      j++;
    }
    return j;
  }

  private void added(int from, int to) {
    for (int j = from; j < to; j++) {
      if (!taken[j]) {
        steps.add(new Step(NONE, j, false));
      }
    }
  }
}
