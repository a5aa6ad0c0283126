package dev.cairn.core.graph;

import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.number.IdentityNumbers;
import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what hangs on a transient field before it becomes part of a graph: it is saved where it
 * can be, else the live value stays.
 */
final class Probe implements ContentSink {
  private final Kinds kinds;
  private final ObjectTable known;
  private final IdentityNumbers seen = new IdentityNumbers();
  private final Deque<Object> open = new ArrayDeque<>();
  private boolean good = true;

  Probe(Kinds kinds, ObjectTable known) {
    this.kinds = kinds;
    this.known = known;
  }

  boolean canWalk(Object object) {
    try {
      look(object);
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

  private void look(@Nullable Object object) {
    if (object == null || known.numberOf(object) >= 0) {
      return;
    }
    Kind kind = kinds.of(object.getClass());
    if (!Refusal.of(kind).isEmpty()) {
      good = false;
    } else if (!(kind instanceof ValueKind) && seen.addIfAbsent(object) < 0) {
      open.addLast(object);
    }
  }

  @Override
  public void primitive(Slot slot, long bits) {}

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() != Mark.TRANSIENT && slot.mark() != Mark.UNSAVED) {
      look(value);
    }
  }

  @Override
  public void body(int count) {}

  @Override
  public void element(@Nullable Object value) {
    look(value);
  }

  @Override
  public void primitives(Object array) {}
}
