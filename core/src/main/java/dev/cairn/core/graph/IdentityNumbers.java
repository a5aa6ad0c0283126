package dev.cairn.core.graph;

import org.jspecify.annotations.Nullable;

/**
 * Numbers objects by identity. An open table, because a walk asks it for every reference it meets.
 * For one thread.
 */
public final class IdentityNumbers {
  private static final int SMALLEST = 64;

  private @Nullable Object[] keys = new @Nullable Object[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int size;

  /** The number of an object, or -1. */
  public int get(Object object) {
    int at = slot(object);
    return keys[at] == null ? -1 : numbers[at];
  }

  /** Gives an object that has none its number. */
  public void put(Object object, int number) {
    int at = slot(object);
    if (keys[at] == null) {
      size++;
    }
    keys[at] = object;
    numbers[at] = number;
    if (size * 2L > keys.length) {
      grow();
    }
  }

  private int slot(Object object) {
    int mask = keys.length - 1;
    int at = spread(System.identityHashCode(object)) & mask;
    while (keys[at] != null && keys[at] != object) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    @Nullable Object[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new @Nullable Object[oldKeys.length * 2];
    numbers = new int[oldNumbers.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      Object key = oldKeys[i];
      if (key != null) {
        int at = slot(key);
        keys[at] = key;
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
