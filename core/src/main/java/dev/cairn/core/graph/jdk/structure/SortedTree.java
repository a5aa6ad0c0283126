package dev.cairn.core.graph.jdk.structure;

import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tree inside a {@code TreeMap}. The order of its entries does not tell its shape, and where an
 * order has changed since entries were put in, what is found and where the next one goes depends on
 * the shape.
 */
public final class SortedTree {
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final int BLACK = 4;

  /** No red-black tree of fewer than 2<sup>31</sup> entries is deeper. */
  private static final int DEEPEST = 64;

  private final PrivateField root;
  private final PrivateField size;
  private final PrivateField key;
  private final PrivateField left;
  private final PrivateField right;
  private final PrivateField parent;
  private final PrivateField black;

  private SortedTree(Access access, Class<?> entry) throws ReflectiveOperationException {
    this.root = access.field(TreeMap.class.getDeclaredField("root"));
    this.size = access.field(TreeMap.class.getDeclaredField("size"));
    this.key = access.field(entry.getDeclaredField("key"));
    this.left = access.field(entry.getDeclaredField("left"));
    this.right = access.field(entry.getDeclaredField("right"));
    this.parent = access.field(entry.getDeclaredField("parent"));
    this.black = access.field(entry.getDeclaredField("color"));
  }

  /** That of this JDK; empty without trust, or if it has another. */
  public static Optional<SortedTree> of(Access access) {
    try {
      return access.isTrusted()
          ? Optional.of(new SortedTree(access, Class.forName(TreeMap.class.getName() + "$Entry")))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * The shape of a map's tree as text: a digit per entry, from the root down, the left side first.
   *
   * @param fixed whether a key is of the sort whose order never changes
   * @return empty where all keys are
   * @throws ConcurrentModificationException if it is no tree of the map's size, as somebody changes
   *     it
   */
  public Optional<String> shape(TreeMap<?, ?> map, Predicate<@Nullable Object> fixed) {
    long entries = size.bits(map);
    boolean allFixed = true;
    StringBuilder shape = new StringBuilder();
    Deque<Object> open = new ArrayDeque<>();
    push(open, root.get(map));
    while (!open.isEmpty() && shape.length() < entries) {
      Object entry = open.pop();
      allFixed = allFixed && fixed.test(key.get(entry));
      shape.append(digit(entry));
      push(open, right.get(entry));
      push(open, left.get(entry));
    }
    if (!open.isEmpty() || shape.length() != entries) {
      throw new ConcurrentModificationException("its tree was changed while it was read");
    }
    return allFixed ? Optional.empty() : Optional.of(shape.toString());
  }

  private char digit(Object entry) {
    int below = (left.get(entry) == null ? 0 : LEFT) + (right.get(entry) == null ? 0 : RIGHT);
    return (char) ('0' + below + (black.bits(entry) == 0 ? 0 : BLACK));
  }

  private static void push(Deque<Object> open, @Nullable Object entry) {
    if (entry != null) {
      open.push(entry);
    }
  }

  /**
   * Gives the tree of a filled map another shape; the order of its entries remains.
   *
   * @throws IllegalArgumentException if the text is not the shape of a tree of so many entries
   */
  public void reshape(TreeMap<?, ?> map, String shape) {
    Reshaping reshaping = new Reshaping(entries(map), shape);
    reshaping.check();
    if (!shape.isEmpty()) {
      root.set(map, reshaping.next(null));
    }
  }

  private List<Object> entries(TreeMap<?, ?> map) {
    List<Object> entries = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>();
    Object entry = root.get(map);
    while (entry != null || !open.isEmpty()) {
      if (entry != null) {
        open.push(entry);
        entry = left.get(entry);
      } else {
        Object lowest = open.pop();
        entries.add(lowest);
        entry = right.get(lowest);
      }
    }
    return entries;
  }

  /** Hangs entries, which are in their order, into a tree. */
  private final class Reshaping {
    private final List<Object> entries;
    private final String shape;
    private int placed;
    private int read;

    Reshaping(List<Object> entries, String shape) {
      this.entries = entries;
      this.shape = shape;
    }

    /** A text that comes from elsewhere can say anything: nothing is changed for a wrong one. */
    void check() {
      Deque<Integer> depths = new ArrayDeque<>();
      boolean good = shape.length() == entries.size();
      if (!shape.isEmpty()) {
        depths.push(0);
      }
      for (int i = 0; good && i < shape.length(); i++) {
        int digit = shape.charAt(i) - '0';
        int depth = depths.isEmpty() ? DEEPEST : depths.pop();
        good = digit >= 0 && digit < 2 * BLACK && depth < DEEPEST;
        for (int side = digit & (LEFT | RIGHT); good && side != 0; side &= side - 1) {
          depths.push(depth + 1);
        }
      }
      if (!good || !depths.isEmpty()) {
        throw new IllegalArgumentException("not the shape of a tree of " + entries.size());
      }
    }

    Object next(@Nullable Object above) {
      int digit = shape.charAt(read++) - '0';
      // an entry comes after all on its left side, so they are there first
      Object below = (digit & LEFT) == 0 ? null : next(null);
      Object entry = entries.get(placed++);
      if (below != null) {
        parent.set(below, entry);
      }
      left.set(entry, below);
      right.set(entry, (digit & RIGHT) == 0 ? null : next(entry));
      parent.set(entry, above);
      black.setBits(entry, (digit & BLACK) == 0 ? 0 : 1);
      return entry;
    }
  }
}
