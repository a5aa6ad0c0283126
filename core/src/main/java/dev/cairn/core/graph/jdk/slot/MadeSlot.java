package dev.cairn.core.graph.jdk.slot;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotAccess;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A slot read and written by functions. One that is needed at creation is not written again. */
public record MadeSlot(
    Slot slot,
    Function<Object, @Nullable Object> getter,
    BiConsumer<Object, @Nullable Object> setter)
    implements SlotAccess {

  /** A primitive private field. */
  public static MadeSlot ofPrivate(Slot slot, PrivateField field) {
    return new MadeSlot(
        slot,
        object -> slot.type().box(field.bits(object)),
        (object, value) -> field.setBits(object, slot.type().bits(Objects.requireNonNull(value))));
  }

  /** A private field, of a reference or a primitive, under its own name. */
  public static MadeSlot ofPrivate(String name, Class<?> type, Mark mark, PrivateField field) {
    Slot slot = Slot.made(name, type, mark);
    return type.isPrimitive() ? ofPrivate(slot, field) : new MadeSlot(slot, field::get, field::set);
  }

  /** A reference that is needed to make an instance. */
  public static MadeSlot early(
      String name, Class<?> type, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(
        Slot.made(name, type, Mark.COMPARED).creating(), getter, (object, value) -> {});
  }

  /** The same slots at their places in a layout, in its order. */
  public static List<MadeSlot> placed(List<MadeSlot> made, Layout layout) {
    List<MadeSlot> placed = new ArrayList<>();
    for (Slot slot : layout.slots()) {
      for (MadeSlot candidate : made) {
        if (slot.owner().isEmpty() && slot.name().equals(candidate.slot.name())) {
          placed.add(new MadeSlot(slot, candidate.getter, candidate.setter));
        }
      }
    }
    return placed;
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    Object value = getter.apply(object);
    if (slot.type().isPrimitive()) {
      sink.primitive(slot, value == null ? 0 : slot.type().bits(value));
    } else {
      sink.reference(slot, value);
    }
  }

  @Override
  public void assign(Object object, Content content) {
    if (!slot.atCreation() && !content.isLeft(slot)) {
      setter.accept(object, value(content));
    }
  }

  /** The slot's value in a content, boxed. */
  public @Nullable Object value(Content content) {
    return slot.type().isPrimitive() ? slot.type().box(content.bits(slot)) : content.get(slot);
  }
}
