package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassRecord;
import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Slot;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads contents, resolves their references and checks that each fits where it goes. */
final class ContentReader {
  /** Asks for the receiver of the call. */
  static final int SELF = -1;

  private static final Object LEFT = new Object();

  private final BoundedInput in;
  private final InputValues values;
  private final IntFunction<Object> objects;

  /**
   * A reader.
   *
   * @param objects gives the object with a number
   */
  ContentReader(BoundedInput in, InputValues values, IntFunction<Object> objects) {
    this.in = in;
    this.values = values;
    this.objects = objects;
  }

  /** Reads what is needed to make an instance. */
  void making(LayoutMatch match, Content into) {
    if (match.isMadeOfNothing()) {
      return;
    }
    slots(match, into, true);
    if (match.record().early() == Layout.Early.COUNT) {
      into.announce(in.count(in.varInt(), 0));
    }
  }

  /** Reads everything else. */
  void content(LayoutMatch match, Content into) {
    slots(match, into, false);
    for (Slot slot : match.missing()) {
      into.leave(slot);
    }
  }

  private void slots(LayoutMatch match, Content into, boolean making) {
    ClassRecord record = match.record();
    boolean bodyHere = making == (record.early() == Layout.Early.BODY);
    int compared = match.compared();
    int count = match.slots().length;
    for (int i = 0; i < count; i++) {
      if (i == compared && bodyHere) {
        body(match, into);
      }
      if (record.slots().get(i).atCreation() == making) {
        slot(record.slots().get(i), match.slots()[i], into);
      }
    }
    if (compared == count && bodyHere) {
      body(match, into);
    }
  }

  /** Reads past an object's content, or past what is needed to make it. */
  void skip(ClassRecord record, boolean making) {
    boolean bodyHere = making == (record.early() == Layout.Early.BODY);
    int compared = (int) record.slots().stream().filter(SlotRecord::isCompared).count();
    for (int i = 0; i <= record.slots().size(); i++) {
      if (i == compared && bodyHere) {
        skipBody(record);
      }
      if (i < record.slots().size() && record.slots().get(i).atCreation() == making) {
        skip(record.slots().get(i));
      }
    }
    if (making && record.early() == Layout.Early.COUNT) {
      in.varInt();
    }
  }

  private void skip(SlotRecord recorded) {
    if (recorded.type().isPrimitive()) {
      primitive(recorded);
    } else {
      skipReference();
    }
  }

  private void skipBody(ClassRecord record) {
    if (record.body() == Body.PRIMITIVES) {
      int width = record.component().widthBytes();
      in.skip((long) in.count(width) * width);
    } else if (record.body() != Body.NONE) {
      int width = record.body().width();
      for (int left = in.count(width) * width; left > 0; left--) {
        skipReference();
      }
    }
  }

  private void skipReference() {
    int code = in.varInt();
    if (code == Format.VALUE) {
      values.value();
    } else if (code == Format.CONSTANT) {
      values.type();
      values.text();
    }
  }

  private void slot(SlotRecord recorded, @Nullable Slot now, Content into) {
    if (recorded.type().isPrimitive()) {
      long bits = primitive(recorded);
      if (now != null) {
        into.primitive(now, bits);
      }
      return;
    }
    Object value = reference();
    if (now == null) {
      return;
    }
    if (value == LEFT) {
      into.leave(now);
    } else {
      check(value, now.declared(), recorded.name());
      into.reference(now, value);
    }
  }

  private long primitive(SlotRecord recorded) {
    return switch (recorded.type()) {
      case BOOLEAN -> in.unsignedByte() == 0 ? 0 : 1;
      case BYTE -> (byte) in.unsignedByte();
      case FLOAT -> in.fixedInt();
      case DOUBLE -> in.fixedLong();
      default -> in.signedVarLong();
    };
  }

  private void body(LayoutMatch match, Content into) {
    ClassRecord record = match.record();
    if (record.body() == Body.PRIMITIVES) {
      into.takeBody(values.primitives(record.component().type(), record.component().widthBytes()));
    } else if (record.body() != Body.NONE) {
      Class<?> component = into.layout().component();
      int width = record.body().width();
      @Nullable Object[] elements = new @Nullable Object[in.count(width) * width];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = element(component, record.name());
      }
      into.takeBody(elements);
    }
  }

  private @Nullable Object element(Class<?> component, String className) {
    Object value = reference();
    if (value == LEFT) {
      throw new CodecException(
          className, "Cannot decode the snapshot; an element of " + className + " is left out");
    }
    check(value, component, className);
    return value;
  }

  private static void check(@Nullable Object value, Class<?> expected, String where) {
    boolean later = value instanceof Pending;
    if (value != null && !later && expected != Object.class && !expected.isInstance(value)) {
      throw new CodecException(
          where,
          "Cannot decode the snapshot; "
              + where
              + " must be a "
              + expected.getName()
              + ", but a "
              + value.getClass().getName()
              + " is recorded");
    }
  }

  /** An object that is not made yet. */
  record Pending(int number) {}

  /** A reference that belongs to no object. */
  @Nullable Object plain() {
    Object value = reference();
    return value == LEFT ? null : value;
  }

  private @Nullable Object reference() {
    int code = in.varInt();
    return switch (code) {
      case Format.NULL -> null;
      case Format.LEFT -> LEFT;
      case Format.VALUE -> values.value();
      case Format.CONSTANT -> values.constant();
      case Format.SELF -> objects.apply(SELF);
      default -> objects.apply(code - Format.FIRST_OBJECT);
    };
  }

  /** Checks what could not be checked before it was made. */
  static void checkMade(Content content) {
    Layout layout = content.layout();
    for (Slot slot : layout.slots()) {
      if (slot.atCreation() && !slot.type().isPrimitive()) {
        check(content.get(slot), slot.declared(), slot.name());
      }
    }
    if (layout.early() == Layout.Early.BODY) {
      for (Object element : content.elements()) {
        check(element, layout.component(), layout.className());
      }
    }
  }
}
