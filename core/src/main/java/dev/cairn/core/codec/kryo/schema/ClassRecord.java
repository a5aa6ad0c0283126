package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Codes;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.SlotType;
import java.util.ArrayList;
import java.util.List;

/**
 * A class as a snapshot describes it: enough to read the content of its instances without it.
 *
 * @param generics the type arguments that the class gives its superclasses
 * @param component type of the elements of an array of primitives
 */
public record ClassRecord(
    String name,
    String generics,
    List<SlotRecord> slots,
    Body body,
    boolean ordered,
    Layout.Early early,
    SlotType component) {
  private static final int SMALLEST_SLOT = 5;

  /** A slot as a snapshot describes it. */
  public record SlotRecord(
      String owner, String name, String generics, SlotType type, Mark mark, boolean atCreation) {
    public boolean isCompared() {
      return mark == Mark.COMPARED;
    }
  }

  static ClassRecord read(BoundedInput in, Texts texts) {
    String name = texts.read(in);
    String generics = texts.read(in);
    int count = in.count(SMALLEST_SLOT);
    List<SlotRecord> slots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      slots.add(readSlot(in, texts));
    }
    Body body = Codes.of(Body.values(), Body::code, in.unsignedByte());
    int flags = in.unsignedByte();
    Layout.Early early = Codes.of(Layout.Early.values(), Layout.Early::code, flags >> 1);
    SlotType component = readType(in);
    requireWidth(body, component);
    return new ClassRecord(name, generics, slots, body, (flags & 1) != 0, early, component);
  }

  private static void requireWidth(Body body, SlotType component) {
    if (body == Body.PRIMITIVES && !component.isPrimitive()) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it has primitives of no primitive type");
    }
  }

  /** How many slots stand before the body. */
  public int compared() {
    return (int) slots.stream().filter(SlotRecord::isCompared).count();
  }

  private static SlotRecord readSlot(BoundedInput in, Texts texts) {
    String owner = texts.read(in);
    String name = texts.read(in);
    String generics = texts.read(in);
    SlotType type = readType(in);
    int flags = in.unsignedByte();
    Mark mark = Codes.of(Mark.values(), Mark::code, flags >> 1);
    return new SlotRecord(owner, name, generics, type, mark, (flags & 1) != 0);
  }

  private static SlotType readType(BoundedInput in) {
    return Codes.of(SlotType.values(), SlotType::code, in.unsignedByte());
  }
}
