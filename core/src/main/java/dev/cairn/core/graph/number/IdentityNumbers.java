package dev.cairn.core.graph.number;

import org.jspecify.annotations.Nullable;

/**
 * Numbers objects by identity. An open table, because a walk asks it for every reference it meets;
 * it keeps the hashes, because asking a million objects for theirs again costs more than the table.
 * For one thread.
 */
public final class IdentityNumbers {
  private static final int SMALLEST = 64;

  private @Nullable Object[] keys = new @Nullable Object[SMALLEST];
  private int[] hashes = new int[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int size;

  /** The number of an object, or -1. */
  public int get(Object object) {
    int at = slot(object, hash(object));
    return keys[at] == null ? -1 : numbers[at];
  }

  /** Gives an object its number, unless it has one; returns the one it had, or -1. */
  public int putIfAbsent(Object object, int number) {
    int hash = hash(object);
    int at = slot(object, hash);
    if (keys[at] != null) {
      return numbers[at];
    }
    keys[at] = object;
    hashes[at] = hash;
    numbers[at] = number;
    if (++size * 2L > keys.length) {
      grow();
    }
    return -1;
  }

  private int slot(Object object, int hash) {
    int mask = keys.length - 1;
    int at = hash & mask;
    while (keys[at] != null && keys[at] != object) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int hash(Object object) {
    int mixed = System.identityHashCode(object) * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    @Nullable Object[] oldKeys = keys;
    int[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    int mask = oldKeys.length * 2 - 1;
    keys = new @Nullable Object[mask + 1];
    hashes = new int[mask + 1];
    numbers = new int[mask + 1];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int at = oldHashes[i] & mask;
        while (keys[at] != null) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        hashes[at] = oldHashes[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
