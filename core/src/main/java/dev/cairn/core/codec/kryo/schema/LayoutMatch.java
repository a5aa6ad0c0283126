package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.reflect.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How recorded slots fit the slots that a class has now, by declaring class and name: fields may
 * have come, gone or been put in another order, and primitives may have become wider.
 *
 * @param record the class as recorded
 * @param kind the class now
 * @param slots per recorded slot the one of now, or null where it is gone
 * @param missing the slots of now that were not recorded
 * @param compared how many of the recorded slots stand before the body
 * @param isMadeOfNothing whether an instance can be made without any content
 * @param scratch see {@link #fresh}
 */
public record LayoutMatch(
    ClassRecord record,
    NodeKind kind,
    @Nullable Slot[] slots,
    List<Slot> missing,
    int compared,
    boolean isMadeOfNothing,
    Content scratch) {

  static LayoutMatch of(ClassRecord record, NodeKind kind) {
    Layout layout = kind.layout();
    if (record.body() != layout.body() || record.early() != layout.early()) {
      throw new CodecException(
          record.name(),
          "Cannot decode the snapshot; "
              + record.name()
              + " has another form now:"
              + " recorded "
              + record.body()
              + ", found "
              + layout.body());
    }
    Map<String, Slot> byName = new HashMap<>();
    layout.slots().forEach(slot -> byName.put(slot.owner() + "#" + slot.name(), slot));
    @Nullable Slot[] slots = new @Nullable Slot[record.slots().size()];
    for (int i = 0; i < slots.length; i++) {
      SlotRecord recorded = record.slots().get(i);
      slots[i] = byName.remove(recorded.owner() + "#" + recorded.name());
      check(record, recorded, slots[i]);
    }
    requireSame(record, kind, slots, byName);
    int compared = (int) record.slots().stream().filter(SlotRecord::isCompared).count();
    boolean early =
        record.early() != Layout.Early.NOTHING
            || record.slots().stream().anyMatch(SlotRecord::atCreation);
    return new LayoutMatch(
        record,
        kind,
        slots,
        new ArrayList<>(byName.values()),
        compared,
        !early,
        new Content(layout));
  }

  /** What is left out of an object of the JDK, or put in, breaks it. */
  private static void requireSame(
      ClassRecord record, NodeKind kind, @Nullable Slot[] slots, Map<String, Slot> missing) {
    boolean same = missing.isEmpty() && Arrays.stream(slots).allMatch(Objects::nonNull);
    if (Origin.isJdk(kind.type()) && !same) {
      throw new CodecException(
          record.name(),
          "Cannot decode the snapshot; "
              + record.name()
              + " is made otherwise in the JDK that"
              + " wrote it");
    }
  }

  private static void check(ClassRecord record, SlotRecord recorded, @Nullable Slot now) {
    if (now != null && !canBecome(recorded.type(), now.type())) {
      String field = record.name() + "." + recorded.name();
      throw new CodecException(
          field,
          "Cannot decode the snapshot; "
              + field
              + " was "
              + recorded.type()
              + " and is "
              + now.type()
              + " now");
    }
  }

  private static boolean canBecome(SlotType from, SlotType to) {
    return from == to
        || switch (from) {
          case BYTE -> to == SlotType.SHORT || to == SlotType.INT || to == SlotType.LONG;
          case SHORT, CHAR -> to == SlotType.INT || to == SlotType.LONG;
          case INT -> to == SlotType.LONG;
          default -> false;
        };
  }

  /** The number of a recorded slot among those of now, or -1. */
  public int slotNow(int recorded) {
    Slot now = recorded >= 0 && recorded < slots.length ? slots[recorded] : null;
    return now == null ? -1 : now.index();
  }

  /** A content to be read into: the same one again and again where it is used up at once. */
  public Content fresh() {
    if (kind.asksElements()) {
      return new Content(kind.layout());
    }
    scratch.clear();
    return scratch;
  }
}
