package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassRecord;
import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Layout;

/** Reads past contents that nobody needs, looking up no class. */
final class ContentSkip {
  private final BoundedInput in;
  private final SchemaValues values;

  ContentSkip(BoundedInput in, SchemaValues values) {
    this.in = in;
    this.values = values;
  }

  /** Reads past an object's content, or past what is needed to make it. */
  void object(ClassRecord record, boolean making) {
    boolean bodyHere = making == (record.early() == Layout.Early.BODY);
    int compared = record.compared();
    for (int i = 0; i <= record.slots().size(); i++) {
      if (i == compared && bodyHere) {
        body(record);
      }
      if (i < record.slots().size() && record.slots().get(i).atCreation() == making) {
        slot(record.slots().get(i));
      }
    }
    if (making && record.early() == Layout.Early.COUNT) {
      in.varInt();
    }
  }

  /** Reads past one slot. */
  void slot(SlotRecord recorded) {
    if (recorded.type().isPrimitive()) {
      SchemaValues.bits(in, recorded.type());
    } else {
      reference();
    }
  }

  private void body(ClassRecord record) {
    if (record.body() == Body.PRIMITIVES) {
      int width = record.component().widthBytes();
      in.skip((long) in.count(width) * width);
    } else if (record.body() != Body.NONE) {
      int width = record.body().width();
      for (int left = in.count(width) * width; left > 0; left--) {
        reference();
      }
    }
  }

  private void reference() {
    int code = in.varInt();
    if (code == Format.VALUE) {
      values.value();
    } else if (code == Format.CONSTANT) {
      values.constant();
    }
  }
}
