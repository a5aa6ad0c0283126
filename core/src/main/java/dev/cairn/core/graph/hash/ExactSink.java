package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.Written;
import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.number.Recall;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.graph.type.KnownKinds;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Emits an object's content exactly, in the order in which it is read: what tells within one
 * process whether a call changed the object. For objects without anything special the bytes are
 * those of the walk.
 */
public final class ExactSink implements ContentSink {
  private final Emission emission;
  private final KnownKinds kinds;
  private final NodeKind frameKind;
  private final Frame frame;
  private final ObjectTable table;
  private final Recall numbers;

  public ExactSink(Kinds kinds, Frame frame, ObjectTable table) {
    this.kinds = new KnownKinds(kinds);
    this.frameKind = frame.kind();
    this.emission = new Emission(kinds.aliases());
    this.frame = frame;
    this.table = table;
    this.numbers = new Recall(table);
  }

  Kinds kinds() {
    return kinds.all();
  }

  /** The hash of what was recorded of an object; quickest in the order of the numbers. */
  public ContentHash recorded(int number, Recording recording) {
    begin(number, kindOf(table.object(number)));
    for (int at = recording.firstBits(number); at < recording.endOfBits(number); at++) {
      emission.bits(recording.bits(at));
    }
    for (int at = recording.firstReference(number); at < recording.endOfReferences(number); at++) {
      recorded(recording.reference(at));
    }
    return end();
  }

  private void recorded(@Nullable Object value) {
    if (value instanceof Written written) {
      emission.text(written.toString());
    } else if (value != null && isUnknown(value)) {
      emission.number(System.identityHashCode(value));
    } else {
      element(value);
    }
  }

  private NodeKind kindOf(Object object) {
    return object == frame ? frameKind : (NodeKind) kinds.of(object);
  }

  void begin(int number, NodeKind kind) {
    numbers.begin(number);
    begin(kind);
  }

  private void begin(NodeKind kind) {
    emission.begin(kind.shape());
  }

  ContentHash end() {
    return emission.end();
  }

  public ContentHash hash(Object object) {
    NodeKind kind = kindOf(object);
    begin(kind);
    kind.visit(object, this);
    return end();
  }

  @Override
  public void primitive(Slot slot, long bits) {
    emission.bits(bits);
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() == Mark.UNSAVED) {
      return;
    }
    if (slot.mark() == Mark.TRANSIENT && value != null && isUnknown(value)) {
      emission.number(System.identityHashCode(value));
    } else {
      element(value);
    }
  }

  private boolean isUnknown(Object value) {
    return numbers.numberOf(value) < 0 && !(kinds.of(value) instanceof ValueKind);
  }

  @Override
  public void body(int count) {
    emission.number(count);
  }

  @Override
  public void element(@Nullable Object value) {
    if (value == null) {
      emission.nothing();
      return;
    }
    int number = numbers.expected(value);
    if (number < 0 && kinds.of(value) instanceof ValueKind known) {
      emission.value(known, value);
    } else {
      node(number < 0 ? numbers.numberOf(value) : number);
    }
  }

  private void node(int number) {
    if (number >= 0) {
      emission.node(table.part(number), table.local(number));
    } else {
      emission.created();
    }
  }

  @Override
  public void primitives(Object array) {
    emission.number(Array.getLength(array));
    emission.primitives(array);
  }
}
