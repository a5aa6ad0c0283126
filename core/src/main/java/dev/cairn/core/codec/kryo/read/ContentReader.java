package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassRecord;
import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.codec.kryo.schema.Conversion;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import java.util.Set;
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
  private final ContentSkip skip;
  private final Set<String> doubts;

  /**
   * A reader.
   *
   * @param doubts takes what had to be made up
   * @param objects gives the object with a number
   */
  ContentReader(
      BoundedInput in, InputValues values, Set<String> doubts, IntFunction<Object> objects) {
    this.in = in;
    this.values = values;
    this.objects = objects;
    this.skip = values.skip();
    this.doubts = doubts;
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

  /** Reads past contents that nobody needs. */
  ContentSkip skip() {
    return skip;
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
        located(record.slots().get(i), match.slots()[i], into);
      }
    }
    if (compared == count && bodyHere) {
      body(match, into);
    }
  }

  private void located(SlotRecord recorded, @Nullable Slot now, Content into) {
    try {
      slot(recorded, now, into);
    } catch (CodecException e) {
      throw new MisplacedException("." + recorded.name(), e);
    }
  }

  private void slot(SlotRecord recorded, @Nullable Slot now, Content into) {
    if (now == null) {
      skip.slot(recorded);
    } else if (!recorded.type().isPrimitive()) {
      reference(recorded, now, into);
    } else if (now.type().isPrimitive()) {
      long bits = SchemaValues.bits(in, recorded.type());
      into.primitive(now, Conversion.bits(recorded.type(), now.type(), bits));
    } else {
      long bits = SchemaValues.bits(in, recorded.type());
      into.reference(now, Conversion.boxed(recorded.type(), now, bits));
    }
  }

  private void reference(SlotRecord recorded, Slot now, Content into) {
    Object value = reference();
    if (value == LEFT) {
      into.leave(now);
      if (!isLeftOut(recorded.mark()) || isLeftOut(now.mark())) {
        return;
      }
      doubts.add(now.owner() + "." + now.name() + " was not saved");
    } else if (now.type().isPrimitive()) {
      into.primitive(now, Conversion.unboxed(value, now));
      doubtNumber(value, now);
    } else if (value instanceof Pending) {
      into.reference(now, value);
    } else {
      Object fitted = Conversion.fitted(value, now);
      if (fitted != value) {
        doubtNumber(value, now);
      }
      into.reference(now, fitted);
    }
  }

  /** A reference for a slot that is as it was recorded; see {@link #isLeft}. */
  @Nullable Object fitting(Slot now) {
    Object value = reference();
    if (value == LEFT) {
      return LEFT;
    }
    Object fitted = Conversion.fitted(value, now);
    if (fitted != value) {
      doubtNumber(value, now);
    }
    return fitted;
  }

  /** Whether what was read says that a slot was left out. */
  static boolean isLeft(@Nullable Object value) {
    return value == LEFT;
  }

  private static boolean isLeftOut(Mark mark) {
    return mark == Mark.TRANSIENT || mark == Mark.UNSAVED;
  }

  private void doubtNumber(@Nullable Object value, Slot now) {
    if (Conversion.makesFloating(Conversion.numberOf(value), Conversion.numberIn(now))) {
      doubts.add(now.owner() + "." + now.name() + " was a whole number or a float");
    }
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
        elements[i] = element(component, record, i);
      }
      into.takeBody(elements);
    }
  }

  private @Nullable Object element(Class<?> component, ClassRecord record, int index) {
    try {
      Object value = reference();
      if (value == LEFT) {
        throw new CodecException(
            record.name(),
            "Cannot decode the snapshot; an element of " + record.name() + " is left out");
      }
      check(value, component, record.name());
      return value;
    } catch (CodecException e) {
      throw new MisplacedException("[" + index / record.body().width() + "]", e);
    }
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
