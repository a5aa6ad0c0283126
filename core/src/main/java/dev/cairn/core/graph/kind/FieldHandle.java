package dev.cairn.core.graph.kind;

import dev.cairn.core.graph.reflect.PrivateField;
import org.jspecify.annotations.Nullable;

/** A field of a class behind a slot. Immutable. */
public final class FieldHandle implements SlotAccess {
  private final Slot slot;
  private final boolean primitive;
  private final PrivateField field;

  /** The field behind a slot of a layout. */
  public FieldHandle(Slot slot, PrivateField field) {
    this.slot = slot;
    this.primitive = field.isPrimitive();
    this.field = field;
  }

  @Override
  public Slot slot() {
    return slot;
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    if (primitive) {
      sink.primitive(slot, field.bits(object));
    } else {
      sink.reference(slot, field.get(object));
    }
  }

  /** Writes the field, which is of a primitive type. */
  public void setBits(Object object, long bits) {
    field.setBits(object, bits);
  }

  /** Writes the field, which is of a reference type. */
  public void set(Object object, @Nullable Object value) {
    field.set(object, value);
  }

  @Override
  public void assign(Object object, Content content) {
    if (slot.atCreation() || slot.mark() == Mark.UNSAVED || content.isLeft(slot)) {
      return;
    }
    if (primitive) {
      field.setBits(object, content.bits(slot));
    } else {
      field.set(object, content.get(slot));
    }
  }
}
