package dev.cairn.core.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An order of the elements of an unordered container that depends on content alone: by hashes that
 * look deeper, round by round, where they are equal.
 */
final class CanonicalOrder {
  private static final int ROUNDS = 6;

  private final StructuralHash structure;
  private final @Nullable Object[] references;
  private final int width;
  private final long[] hashes;
  private final int[] order;
  private boolean ambiguous;

  CanonicalOrder(Walk walk, @Nullable Object[] references, int width) {
    this.structure = new StructuralHash(walk, references.length);
    this.references = references;
    this.width = width;
    this.hashes = new long[references.length / width];
    this.order = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      order[i] = i;
      hashes[i] = structure.hash(references[i * width], 1);
    }
    sort(0, order.length);
    refine(1);
  }

  int[] order() {
    return order;
  }

  /** Whether some elements look alike, however deep one looks. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  private void refine(int round) {
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && hashes[order[to]] == hashes[order[from]]) {
        to++;
      }
      if (to - from > 1 && !areEqualValues(from, to)) {
        deepen(from, to, round);
      }
      from = to;
    }
  }

  /** Within one group of equals; what is still equal after the last round stays so. */
  private void deepen(int from, int to, int round) {
    if (round > ROUNDS || structure.isExhausted()) {
      ambiguous = true;
      return;
    }
    for (int i = from; i < to; i++) {
      int entry = order[i];
      long first = structure.hash(references[entry * width], round);
      long second = width == 2 ? structure.hash(references[entry * width + 1], round) : 0;
      hashes[entry] = StructuralHash.mix(first, second);
    }
    sort(from, to);
    for (int start = from; start < to; ) {
      int end = start + 1;
      while (end < to && hashes[order[end]] == hashes[order[start]]) {
        end++;
      }
      if (end - start > 1 && !areEqualValues(start, end)) {
        deepen(start, end, round + 1);
      }
      start = end;
    }
  }

  /** Equal keys and values that are values are interchangeable. */
  private boolean areEqualValues(int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = 0; j < width; j++) {
        if (!structure.isValue(references[order[i] * width + j])) {
          return false;
        }
      }
    }
    return width == 1 || secondsAreEqual(from, to);
  }

  private boolean secondsAreEqual(int from, int to) {
    long expected = structure.hash(references[order[from] * width + 1], 0);
    for (int i = from + 1; i < to; i++) {
      if (structure.hash(references[order[i] * width + 1], 0) != expected) {
        return false;
      }
    }
    return true;
  }

  /** Merge sort of the places in a range by hash. */
  private void sort(int from, int to) {
    int[] source = Arrays.copyOfRange(order, from, to);
    int[] target = new int[source.length];
    for (int run = 1; run < source.length; run *= 2) {
      for (int start = 0; start < source.length; start += 2 * run) {
        int middle = Math.min(start + run, source.length);
        merge(source, target, new int[] {start, middle, Math.min(start + 2 * run, source.length)});
      }
      int[] swap = source;
      source = target;
      target = swap;
    }
    System.arraycopy(source, 0, order, from, source.length);
  }

  private void merge(int[] source, int[] target, int[] bounds) {
    int left = bounds[0];
    int right = bounds[1];
    for (int at = bounds[0]; at < bounds[2]; at++) {
      boolean takeLeft =
          right >= bounds[2] || (left < bounds[1] && hashes[source[left]] <= hashes[source[right]]);
      target[at] = takeLeft ? source[left++] : source[right++];
    }
  }
}
