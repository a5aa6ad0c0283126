package dev.cairn.core.graph.number;

import java.util.Arrays;

/** Numbered objects, each with where it was found. For one thread while it grows. */
public final class ObjectTable implements Paths.Found {
  private static final int SMALLEST = 64;

  private final IdentityNumbers numbers = new IdentityNumbers();
  private int[] parents = new int[SMALLEST];
  private long[] edges = new long[SMALLEST];
  private int[] parts = new int[SMALLEST];
  private int[] locals = new int[SMALLEST];
  private int size;

  public int size() {
    return size;
  }

  public int numberOf(Object object) {
    return numbers.get(object);
  }

  /**
   * The number of an object; if it has none it gets the next and -1 is returned: then {@link
   * #found} must follow.
   */
  public int numberOrAdd(Object object) {
    return numbers.addIfAbsent(object);
  }

  /**
   * Says where the object numbered last was found.
   *
   * @param local its number among the objects of its part
   */
  public int found(int parent, long edge, int part, int local) {
    if (size == parents.length) {
      grow();
    }
    parents[size] = parent;
    edges[size] = edge;
    parts[size] = part;
    locals[size] = local;
    return size++;
  }

  /** Numbers an object that has no number. */
  public int add(Object object, int parent, long edge, int part, int local) {
    numberOrAdd(object);
    return found(parent, edge, part, local);
  }

  private void grow() {
    int capacity = size * 2;
    parents = Arrays.copyOf(parents, capacity);
    edges = Arrays.copyOf(edges, capacity);
    parts = Arrays.copyOf(parts, capacity);
    locals = Arrays.copyOf(locals, capacity);
  }

  @Override
  public Object object(int number) {
    return numbers.object(number);
  }

  @Override
  public int parent(int number) {
    return parents[number];
  }

  @Override
  public long edge(int number) {
    return edges[number];
  }

  public int part(int number) {
    return parts[number];
  }

  public int local(int number) {
    return locals[number];
  }
}
