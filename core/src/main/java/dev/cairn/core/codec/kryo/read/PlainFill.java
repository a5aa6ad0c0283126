package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of new objects straight into their fields, where the fields are those that were
 * recorded, and in that order: most objects are of such classes, and there may be millions.
 */
final class PlainFill {
  private final FieldHandle[] fields;
  private final SlotType[] types;

  private PlainFill(FieldHandle[] fields) {
    this.fields = fields;
    this.types = new SlotType[fields.length];
    for (int i = 0; i < fields.length; i++) {
      types[i] = fields[i].slot().type();
    }
  }

  /** For the instances of a class; empty where something has to be fitted. */
  static Optional<PlainFill> of(LayoutMatch match) {
    if (!(match.kind() instanceof PlainKind kind)) {
      return Optional.empty();
    }
    FieldHandle[] fields = kind.fields();
    boolean exact = match.missing().isEmpty() && match.slots().length == fields.length;
    for (int i = 0; exact && i < fields.length; i++) {
      exact = isExact(match, i, fields[i].slot());
    }
    return exact ? Optional.of(new PlainFill(fields)) : Optional.empty();
  }

  private static boolean isExact(LayoutMatch match, int index, Slot now) {
    SlotRecord recorded = match.record().slots().get(index);
    return now.equals(match.slots()[index])
        && now.mark() != Mark.UNSAVED
        && recorded.type() == now.type()
        && recorded.mark() == now.mark()
        && !recorded.atCreation()
        && !now.atCreation();
  }

  /** Reads the content of one object into it. */
  void fill(Object target, BoundedInput in, ContentReader reader) {
    int at = 0;
    try {
      for (; at < fields.length; at++) {
        if (types[at] == SlotType.REFERENCE) {
          set(fields[at], target, reader);
        } else {
          fields[at].setBits(target, SchemaValues.bits(in, types[at]));
        }
      }
    } catch (CodecException e) {
      throw new MisplacedException("." + fields[at].slot().name(), e);
    }
  }

  private static void set(FieldHandle field, Object target, ContentReader reader) {
    @Nullable Object value = reader.fitting(field.slot());
    if (!ContentReader.isLeft(value)) {
      field.set(target, value);
    }
  }
}
