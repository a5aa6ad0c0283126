package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Writes one object's content after the other: what is needed to make it to one output, the rest to
 * another. Tells a second sink the same, so that one reading serves both.
 */
final class ContentWriter implements ContentSink {
  private final References references;
  private final OutputValues values;
  private final SnapshotOutput making;
  private final SnapshotOutput content;
  private ContentSink also;
  private Layout layout = Layout.of("").build();
  private int number;
  private int index;

  ContentWriter(
      References references, OutputValues values, SnapshotOutput making, SnapshotOutput content) {
    this.references = references;
    this.values = values;
    this.making = making;
    this.content = content;
    this.also = ContentSink.NOWHERE;
  }

  void begin(int object, Layout of, ContentSink second) {
    number = object;
    layout = of;
    also = second;
    index = 0;
  }

  private SnapshotOutput body() {
    return layout.early() == Layout.Early.BODY ? making : content;
  }

  @Override
  public void primitive(Slot slot, long bits) {
    also.primitive(slot, bits);
    SnapshotOutput out = slot.atCreation() ? making : content;
    SlotType type = slot.type();
    switch (type) {
      case BOOLEAN, BYTE -> out.unsignedByte((byte) bits);
      case FLOAT -> out.fixedInt((int) bits);
      case DOUBLE -> out.fixedLong(bits);
      default -> out.signedVarLong(bits);
    }
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    also.reference(slot, value);
    values.to(slot.atCreation() ? making : content);
    references.slot(number, slot, value);
  }

  @Override
  public void body(int count) {
    also.body(count);
    body().varInt(count);
    announce(count);
  }

  private void announce(int count) {
    if (layout.early() == Layout.Early.COUNT) {
      making.varInt(count);
    }
  }

  @Override
  public void element(@Nullable Object value) {
    also.element(value);
    values.to(body());
    references.element(number, index++, value);
  }

  @Override
  public void primitives(Object array) {
    also.primitives(array);
    announce(Array.getLength(array));
    values.to(content);
    values.primitives(array);
  }
}
