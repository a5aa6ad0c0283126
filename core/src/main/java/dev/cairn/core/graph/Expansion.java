package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.graph.hash.Emission;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.number.Edge;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object's content: emits what is compared, numbers the objects that it refers to, and
 * puts the others aside. One serves all objects of a walk.
 */
final class Expansion implements ContentSink {
  private final Walk walk;
  private final Emission emission;
  private final UnorderedBody unordered;
  private final OrderedBody ordered;

  private int number;
  private int part;
  private boolean named;
  private Layout layout = Layout.of("").build();
  private int index;

  Expansion(Walk walk) {
    this.walk = walk;
    this.emission = walk.emission;
    this.unordered = new UnorderedBody(walk, this);
    this.ordered = new OrderedBody(walk, this);
  }

  /** The canonical hash of an object's content. */
  ContentHash expand(int object, Object instance, NodeKind kind) {
    number = object;
    part = walk.table.part(object);
    layout = kind.layout();
    named = object == 0 || walk.table.parent(object) == 0;
    index = 0;
    emission.begin(kind.shape());
    kind.visit(instance, this);
    ordered.end();
    if (!layout.isPlain()) {
      walk.hashes.markSpecial(object);
    }
    ContentHash hash = emission.end();
    if (named) {
      new SlotParts(walk, object).add(instance, kind);
    }
    return hash;
  }

  @Override
  public void primitive(Slot slot, long bits) {
    walk.recording.add(bits);
    if (slot.mark() == Mark.COMPARED) {
      emission.bits(bits);
    }
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    Kind kind = value == null ? null : walk.kindOf(value);
    if (slot.mark() == Mark.UNSAVED) {
      walk.aside.add(value);
    } else {
      walk.recording.add(value, kind);
    }
    long edge = Edge.of(Edge.Type.SLOT, slot.index());
    if (slot.mark() == Mark.COMPARED) {
      meet(value, kind, edge, named ? partOf(slot) : part, emission);
    } else if (value != null && kind != null) {
      putAside(value, kind, edge, slot.mark());
    }
  }

  private int partOf(Slot slot) {
    String name = walk.parts.name(part);
    return walk.parts.part(name.isEmpty() ? slot.name() : name + "." + slot.name());
  }

  @Override
  public void body(int count) {
    walk.recording.add(count);
    emission.number(count);
    if (layout.ordered()) {
      ordered.begin((long) count * layout.body().width());
    } else {
      unordered.begin(count, layout.body(), part, number);
    }
  }

  @Override
  public void element(@Nullable Object value) {
    if (layout.ordered()) {
      ordered.add(value);
    } else {
      walk.recording.add(value, value == null ? null : walk.kindOf(value));
      unordered.add(value);
    }
  }

  /** The next element of an ordered body, with its kind, and its number if it has one. */
  void next(@Nullable Object value, @Nullable Kind kind, int known) {
    walk.recording.add(value, kind);
    int at = index++;
    if (known >= 0) {
      emission.node(walk.table.part(known), walk.table.local(known));
    } else {
      meet(value, kind, Edge.of(Edge.Type.ELEMENT, at), part, emission);
    }
  }

  @Override
  public void primitives(Object array) {
    emission.number(Array.getLength(array));
    emission.primitives(array);
  }

  /** A compared reference, with the kind of what it leads to. */
  void meet(@Nullable Object value, @Nullable Kind kind, long edge, int into, Emission to) {
    if (value == null || kind == null) {
      to.nothing();
    } else if (kind instanceof ValueKind known) {
      to.value(known, value);
    } else if (kind instanceof NodeKind node && !node.isUncompared()) {
      int known = discovered(value, edge, into);
      to.node(walk.table.part(known), walk.table.local(known));
    } else {
      to.outside();
      walk.hashes.markSpecial(number);
      putAside(value, kind, edge, Mark.UNCOMPARED);
    }
  }

  private int discovered(Object value, long edge, int into) {
    int known = walk.table.numberOrAdd(value);
    if (known >= 0) {
      return known;
    }
    return walk.discover(number, edge, into);
  }

  private void putAside(Object value, Kind kind, long edge, Mark mark) {
    if (kind instanceof ValueKind) {
      return;
    }
    if (mark == Mark.UNCOMPARED) {
      refuse(kind, value, edge);
    }
    walk.later(new Walk.Later(number, edge, value, mark));
  }

  private void refuse(Kind kind, Object value, long edge) {
    String reason = Refusal.of(kind);
    if (!reason.isEmpty()) {
      String path = walk.paths.of(number, edge);
      throw new UncapturableException(path, Refusal.message(path, value, reason));
    }
  }
}
