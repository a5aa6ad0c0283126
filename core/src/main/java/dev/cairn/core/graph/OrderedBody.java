package dev.cairn.core.graph;

import dev.cairn.core.graph.kind.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The body of a container with an order. Its elements are looked at several at a time, so that they
 * and their places in the table come from memory side by side rather than one after the other. One
 * serves all containers of a walk.
 */
final class OrderedBody {
  private static final int AT_ONCE = 32;

  private final Walk walk;
  private final Expansion expansion;
  private final @Nullable Object[] elements = new @Nullable Object[AT_ONCE];
  private final @Nullable Kind[] kinds = new @Nullable Kind[AT_ONCE];
  private final int[] numbers = new int[AT_ONCE];
  private int gathered;
  private long missing;

  OrderedBody(Walk walk, Expansion expansion) {
    this.walk = walk;
    this.expansion = expansion;
  }

  void begin(long count) {
    missing = count;
  }

  void add(@Nullable Object element) {
    elements[gathered++] = element;
    missing--;
    if (gathered == AT_ONCE || missing == 0) {
      end();
    }
  }

  /** No more follows for now. */
  void end() {
    int count = gathered;
    for (int i = 0; i < count; i++) {
      Object element = elements[i];
      kinds[i] = element == null ? null : walk.kindOf(element);
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = number(elements[i], kinds[i]);
    }
    for (int i = 0; i < count; i++) {
      expansion.next(elements[i], kinds[i], numbers[i]);
    }
    gathered = 0;
  }

  private int number(@Nullable Object element, @Nullable Kind kind) {
    return element != null && UnorderedBody.isCompared(kind) ? walk.table.numberOf(element) : -1;
  }
}
