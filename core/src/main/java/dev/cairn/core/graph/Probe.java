package dev.cairn.core.graph;

import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.number.IdentityNumbers;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what hangs on a transient field before it becomes part of a graph or of a snapshot: it
 * is saved where all of it can be, else the live value stays. For one object.
 */
public final class Probe implements ReferenceSink {
  private final Kinds kinds;
  private final Predicate<Object> isKnown;
  private final Predicate<Object> isGood;
  private final IdentityNumbers seen = new IdentityNumbers();
  private final Deque<Object> open = new ArrayDeque<>();
  private boolean good = true;

  /**
   * A look at objects of these kinds.
   *
   * @param isKnown whether an object needs no look
   * @param isGood whether an object can be saved, apart from what it refers to
   */
  public Probe(Kinds kinds, Predicate<Object> isKnown, Predicate<Object> isGood) {
    this.kinds = kinds;
    this.isKnown = isKnown;
    this.isGood = isGood;
  }

  /** Whether an object and all that hangs on it is good. */
  public boolean isGood(Object object) {
    try {
      element(object);
      while (good && !open.isEmpty()) {
        Object next = open.removeFirst();
        if (kinds.of(next.getClass()) instanceof NodeKind kind) {
          kind.visit(next, this);
        }
      }
      return good;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() != Mark.TRANSIENT && slot.mark() != Mark.UNSAVED) {
      element(value);
    }
  }

  @Override
  public void element(@Nullable Object value) {
    if (value == null || isKnown.test(value)) {
      return;
    }
    good &= isGood.test(value);
    if (kinds.of(value.getClass()) instanceof NodeKind && seen.addIfAbsent(value) < 0) {
      open.addLast(value);
    }
  }
}
