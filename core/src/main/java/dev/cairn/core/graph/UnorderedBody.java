package dev.cairn.core.graph;

import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.graph.hash.Emission;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.number.Edge;
import org.jspecify.annotations.Nullable;

/**
 * The body of a container without an order: its hash is a sum, and the objects in it are numbered
 * in an order that content alone decides. What content cannot tell apart makes the hash unique. One
 * serves all containers of a walk.
 */
final class UnorderedBody {
  private final Walk walk;
  private final Expansion expansion;
  private final Emission entry;
  private @Nullable Object[] references = {};
  private int width = 1;
  private int part;
  private int container;
  private int filled;

  UnorderedBody(Walk walk, Expansion expansion) {
    this.walk = walk;
    this.entry = Emission.small(walk.kinds.aliases());
    this.expansion = expansion;
  }

  void begin(int count, Body body, int into, int number) {
    width = body.width();
    references = new @Nullable Object[count * width];
    part = into;
    container = number;
    filled = 0;
    if (count == 0) {
      finish();
    }
  }

  void add(@Nullable Object reference) {
    references[filled++] = reference;
    if (filled == references.length) {
      finish();
    }
  }

  private void finish() {
    int count = references.length / width;
    int[] order = null;
    if (hasUnnumbered()) {
      CanonicalOrder canonical = new CanonicalOrder(walk, references, width);
      order = canonical.order();
      if (canonical.isAmbiguous()) {
        walk.ambiguous(container);
      }
    }
    long high = 0;
    long low = 0;
    for (int place = 0; place < count; place++) {
      ContentHash hash = emit(order == null ? place : order[place], place);
      high += hash.high();
      low += hash.low();
    }
    walk.emission.bits(high);
    walk.emission.bits(low);
    references = new @Nullable Object[0];
  }

  private boolean hasUnnumbered() {
    for (Object reference : references) {
      if (reference != null
          && walk.kindOf(reference) instanceof NodeKind
          && walk.table.numberOf(reference) < 0) {
        return true;
      }
    }
    return false;
  }

  private ContentHash emit(int index, int place) {
    entry.begin(0);
    Object first = references[index * width];
    Kind kind = kindOf(first);
    expansion.meet(first, kind, Edge.of(Edge.Type.PLACE, 2L * place), part, entry);
    if (width == 2) {
      long edge =
          kind instanceof ValueKind
              ? Edge.of(Edge.Type.KEY, entry.end().low())
              : Edge.of(Edge.Type.PLACE, 2L * place + 1);
      Object second = references[index * width + 1];
      expansion.meet(second, kindOf(second), edge, part, entry);
    }
    return entry.end();
  }

  private @Nullable Kind kindOf(@Nullable Object reference) {
    return reference == null ? null : walk.kindOf(reference);
  }

  /** Whether a kind's instances are numbered over compared edges. */
  static boolean isCompared(@Nullable Kind kind) {
    return kind instanceof NodeKind node && !node.isUncompared();
  }
}
