package dev.cairn.core.graph.number;

import java.util.Arrays;

/**
 * Numbers objects by identity, from 0 on. A walk asks it for every reference that it meets, and
 * what that costs is waiting for memory: so an entry of the open table is one int, the number below
 * and what is left of the hash above, and only an object that agrees in this is looked at. For one
 * thread while it grows.
 */
public final class IdentityNumbers {
  private static final int SMALLEST = 64;

  private int[] slots = new int[2 * SMALLEST];
  private Object[] objects = new Object[SMALLEST];
  private int[] hashes = new int[SMALLEST];
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
        hashes = Arrays.copyOf(hashes, size * 2);
      }
      objects[size] = object;
      hashes[size++] = hash;
      slots[at] = entry(hash, size);
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

  /** There are always more slots than numbers: what a number leaves free has room for the hash. */
  private int entry(int hash, int numberFromOne) {
    return (hash & -slots.length) | numberFromOne;
  }

  /** Zero stands for nothing, so that numbers count from one here. */
  private int number(int slot) {
    return (slot & (slots.length - 1)) - 1;
  }

  private int slot(Object object, int hash) {
    int[] table = slots;
    int mask = table.length - 1;
    int at = hash & mask;
    for (int entry = table[at]; entry != 0; entry = table[at]) {
      if (((entry ^ hash) & ~mask) == 0 && objects[(entry & mask) - 1] == object) {
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
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int at = hashes[number] & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = entry(hashes[number], number + 1);
    }
  }
}
