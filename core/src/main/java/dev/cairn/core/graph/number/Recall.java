package dev.cairn.core.graph.number;

import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of objects that are met again in the order in which a walk met them first: then
 * the next one is mostly the one expected, and neither a table nor the object itself need be looked
 * at. For one thread.
 */
public final class Recall {
  private final ObjectTable table;
  private int firstChild;
  private int expected;
  private @Nullable Object last;
  private int lastNumber;

  /** Of the objects of a finished walk. */
  public Recall(ObjectTable table) {
    this.table = table;
  }

  /** The references of another object follow; best in the order of their numbers. */
  public void begin(int parent) {
    while (firstChild < table.size() && table.parent(firstChild) < parent) {
      firstChild++;
    }
    expected = firstChild;
  }

  /** The number of an object if it is the expected one or the one before, else -1. */
  public int expected(Object object) {
    if (object == last) {
      return lastNumber;
    }
    return expected < table.size() && table.object(expected) == object
        ? found(object, expected)
        : -1;
  }

  /** The number of an object, or -1 if it has none. */
  public int numberOf(Object object) {
    int quick = expected(object);
    return quick >= 0 ? quick : found(object, table.numberOf(object));
  }

  private int found(Object object, int number) {
    if (number >= expected) {
      expected = number + 1;
    }
    last = object;
    lastNumber = number;
    return number;
  }
}
