package dev.cairn.core.codec;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import dev.cairn.core.graph.number.IdentityNumbers;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which containers that ask their elements for hashes are filled: what a key consists
 * of comes before the container that asks the key. Where that goes in a circle no order is right,
 * and none was when the program built it.
 */
final class FillOrder implements ReferenceSink {
  private final Kinds kinds;
  private final List<Write> pending;
  private final IdentityNumbers places = new IdentityNumbers();
  private final IdentityNumbers seen = new IdentityNumbers();
  private final boolean[] done;
  private final List<Write> ordered = new ArrayList<>();
  private final Deque<Step> stack = new ArrayDeque<>();
  private List<Object> found = new ArrayList<>();

  private FillOrder(Kinds kinds, List<Write> pending) {
    this.kinds = kinds;
    this.pending = pending;
    this.done = new boolean[pending.size()];
    for (int i = 0; i < pending.size(); i++) {
      if (places.addIfAbsent(pending.get(i).target()) >= 0) {
        throw new IllegalStateException("an object is to be written twice");
      }
    }
  }

  /** An object whose parts are being looked at. */
  private record Step(Object object, Deque<Object> parts) {}

  static List<Write> of(Kinds kinds, List<Write> pending) {
    FillOrder order = new FillOrder(kinds, pending);
    pending.forEach(order::keysOf);
    for (int i = 0; i < pending.size(); i++) {
      order.append(i);
    }
    return order.ordered;
  }

  private void append(int place) {
    if (!done[place]) {
      done[place] = true;
      ordered.add(pending.get(place));
    }
  }

  private void keysOf(Write write) {
    @Nullable Object[] elements = write.content().elements();
    int width = write.content().layout().body() == Body.ENTRIES ? 2 : 1;
    for (int i = 0; i < elements.length; i += width) {
      look(elements[i]);
    }
  }

  /** Depth first, so that parts come before wholes. */
  private void look(@Nullable Object key) {
    open(key);
    while (!stack.isEmpty()) {
      Step step = stack.getLast();
      if (!step.parts().isEmpty()) {
        open(step.parts().removeFirst());
      } else {
        stack.removeLast();
        int place = places.get(step.object());
        if (place >= 0) {
          append(place);
        }
      }
    }
  }

  private void open(@Nullable Object object) {
    if (object != null
        && kinds.of(object.getClass()) instanceof NodeKind kind
        && seen.addIfAbsent(object) < 0) {
      stack.addLast(new Step(object, new ArrayDeque<>(parts(object, kind))));
    }
  }

  private List<Object> parts(Object object, NodeKind kind) {
    found = new ArrayList<>();
    int place = places.get(object);
    if (place < 0) {
      kind.visit(object, this);
    } else {
      for (Object element : pending.get(place).content().elements()) {
        element(element);
      }
    }
    return found;
  }

  @Override
  public void element(@Nullable Object value) {
    if (value != null) {
      found.add(value);
    }
  }
}
