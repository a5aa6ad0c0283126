package dev.cairn.core.graph;

import dev.cairn.core.graph.hash.Emission;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * Adds each slot of a named object to the slot's own part, so that a mismatch can be named down to
 * {@code ctx.startedAt}. Read a second time: there are few such objects.
 */
final class SlotParts implements ContentSink {
  private final Walk walk;
  private final String prefix;
  private final Emission emission;

  SlotParts(Walk walk, int number) {
    this.walk = walk;
    this.emission = Emission.small(walk.kinds.aliases());
    String name = walk.parts.name(walk.table.part(number));
    this.prefix = name.isEmpty() ? "" : name + ".";
  }

  void add(Object object, NodeKind kind) {
    if (kind.layout().compared() > 0) {
      kind.visit(object, this);
    }
  }

  @Override
  public void primitive(Slot slot, long bits) {
    if (slot.mark() == Mark.COMPARED) {
      emission.begin(0);
      emission.bits(bits);
      finish(slot);
    }
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() != Mark.COMPARED) {
      return;
    }
    emission.begin(0);
    Kind kind = value == null ? null : walk.kindOf(value);
    int number = value == null ? -1 : walk.table.numberOf(value);
    if (kind instanceof ValueKind known && value != null) {
      emission.value(known, value);
    } else if (number >= 0) {
      emission.node(walk.table.part(number), walk.table.local(number));
    }
    finish(slot);
  }

  private void finish(Slot slot) {
    walk.parts.add(walk.parts.part(prefix + slot.name()), emission.end());
  }

  @Override
  public void body(int count) {}

  @Override
  public void element(@Nullable Object value) {}

  @Override
  public void primitives(Object array) {}
}
