package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.model.ClassAliases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How recorded slots fit the slots that a class has now, by declaring class and name: fields may
 * have come, gone, moved or been put in another order, and primitives may have become wider.
 *
 * @param record the class as recorded
 * @param kind the class now
 * @param slots per recorded slot the one of now, or null where it is gone
 * @param missing the slots of now that were not recorded
 * @param compared how many of the recorded slots stand before the body
 * @param isMadeOfNothing whether an instance can be made without any content
 * @param scratch see {@link #fresh}
 * @param doubts what of an instance would be made up: sentences, empty where nothing is
 */
public record LayoutMatch(
    ClassRecord record,
    NodeKind kind,
    @Nullable Slot[] slots,
    List<Slot> missing,
    int compared,
    boolean isMadeOfNothing,
    Content scratch,
    List<String> doubts) {

  static LayoutMatch of(ClassRecord record, NodeKind kind, ClassAliases aliases) {
    requireForm(record, kind.layout());
    SlotPairing pairing = new SlotPairing(record, kind, aliases);
    boolean early =
        record.early() != Layout.Early.NOTHING
            || record.slots().stream().anyMatch(SlotRecord::atCreation);
    return new LayoutMatch(
        record,
        kind,
        pairing.slots(),
        pairing.missing(),
        record.compared(),
        !early,
        new Content(kind.layout()),
        pairing.doubts());
  }

  private static void requireForm(ClassRecord record, Layout layout) {
    boolean same =
        record.body() == layout.body()
            && record.early() == layout.early()
            && (record.body() != Body.PRIMITIVES
                || record.component() == SlotType.of(layout.component()));
    if (!same) {
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
  }

  /** Whether a recorded field that may refer to an object is gone. */
  public boolean drops() {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == null && !record.slots().get(i).type().isPrimitive()) {
        return true;
      }
    }
    return false;
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
