package dev.cairn.core.graph.number;

import java.util.Arrays;

/**
 * Numbers objects by identity, from 0 on. A walk asks it for every reference that it meets, and
 * what that costs is waiting for memory: so an entry of the open table is one long, the hash and
 * the number, and only an object of the same hash is looked at. For one thread while it grows.
 */
public final class IdentityNumbers {
  private static final int SMALLEST = 64;

  private long[] slots = new long[2 * SMALLEST];
  private Object[] objects = new Object[SMALLEST];
  private int size;

  /** How many objects have a number. */
  public int size() {
    return size;
  }

  /** The number of an object, or -1. */
  public int get(Object object) {
    return number(slots[slot(object, hash(object))]);
  }

  /** Gives an object the next number, unless it has one; returns the one it had, or -1. */
  public int addIfAbsent(Object object) {
    int hash = hash(object);
    int at = slot(object, hash);
    int known = number(slots[at]);
    if (known < 0) {
      if (size == objects.length) {
        objects = Arrays.copyOf(objects, size * 2);
      }
      objects[size++] = object;
      slots[at] = (long) hash << Integer.SIZE | size;
      if (size * 3L > slots.length * 2L) {
        grow();
      }
    }
    return known;
  }

  /** The object with a number. */
  public Object object(int number) {
    return objects[number];
  }

  /** Zero stands for nothing, so that numbers count from one here. */
  private static int number(long slot) {
    return (int) slot - 1;
  }

  private int slot(Object object, int hash) {
    long[] table = slots;
    int mask = table.length - 1;
    int at = hash & mask;
    while (table[at] != 0) {
      if ((int) (table[at] >>> Integer.SIZE) == hash && objects[number(table[at])] == object) {
        return at;
      }
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int hash(Object object) {
    int mixed = System.identityHashCode(object) * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private void grow() {
    long[] old = slots;
    long[] grown = new long[old.length * 2];
    int mask = grown.length - 1;
    for (long slot : old) {
      if (slot != 0) {
        int at = (int) (slot >>> Integer.SIZE) & mask;
        while (grown[at] != 0) {
          at = (at + 1) & mask;
        }
        grown[at] = slot;
      }
    }
    slots = grown;
  }
}
