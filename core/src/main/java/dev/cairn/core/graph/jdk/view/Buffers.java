package dev.cairn.core.graph.jdk.view;

import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Buffers: windows on an array, or on a text, which several may share. Memory outside the heap is
 * refused: nothing tells who shares it.
 */
public final class Buffers {
  private static final String ARRAY = "hb";
  private static final String OFFSET = "offset";
  private static final String CAPACITY = "capacity";

  private Buffers() {}

  /** The kind of a class of buffers, if it is one. */
  public static Optional<Kind> of(Class<?> type, Access access)
      throws ReflectiveOperationException {
    if (!Buffer.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    if (type.getSimpleName().startsWith("Direct")) {
      return Optional.of(
          new Kind.Unsupported(
              "it is memory outside the heap; keep the content in an array or in a buffer made by"
                  + " allocate"));
    }
    if (!access.isTrusted()) {
      return Optional.empty();
    }
    if (type.getSimpleName().equals("StringCharBuffer")) {
      return Optional.of(onText(type, access));
    }
    return type.getSimpleName().startsWith("Heap")
        ? Optional.of(onArray(type, access))
        : Optional.empty();
  }

  private static Kind onText(Class<?> type, Access access) throws ReflectiveOperationException {
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("mark", "position", "limit", CAPACITY)) {
      fields.add(Buffer.class.getDeclaredField(name));
    }
    fields.add(CharBuffer.class.getDeclaredField(OFFSET));
    fields.add(CharBuffer.class.getDeclaredField("isReadOnly"));
    fields.add(type.getDeclaredField("str"));
    return PlainKind.of(type, fields, access);
  }

  private static Kind onArray(Class<?> type, Access access) {
    Class<?> family = type;
    while (family.getSuperclass() != Buffer.class) {
      family = family.getSuperclass();
    }
    List<MadeSlot> slots = new ArrayList<>();
    PrivateField array = access.jdkField(family, ARRAY).orElseThrow();
    PrivateField offset = access.jdkField(family, OFFSET).orElseThrow();
    slots.add(MadeSlot.early(ARRAY, Object.class, array::get));
    slots.add(early(OFFSET, buffer -> (int) offset.bits(buffer)));
    slots.add(early(CAPACITY, buffer -> ((Buffer) buffer).capacity()));
    slots.addAll(position(access));
    if (family == ByteBuffer.class) {
      slots.add(order());
    }
    boolean readOnly = type.getSimpleName().endsWith("R");
    return new SlotsKind(type, slots, early -> make(early, readOnly));
  }

  private static MadeSlot early(String name, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(
        Slot.made(name, int.class, Mark.COMPARED).creating(), getter, (object, value) -> {});
  }

  /** Private, because the public methods move one when another is set. */
  private static List<MadeSlot> position(Access access) {
    List<MadeSlot> slots = new ArrayList<>();
    for (String name : List.of("mark", "position", "limit")) {
      PrivateField field = access.jdkField(Buffer.class, name).orElseThrow();
      slots.add(MadeSlot.ofPrivate(name, int.class, Mark.COMPARED, field));
    }
    return slots;
  }

  private static MadeSlot order() {
    return new MadeSlot(
        Slot.made("bigEndian", boolean.class, Mark.COMPARED),
        buffer -> ((ByteBuffer) buffer).order() == ByteOrder.BIG_ENDIAN,
        (buffer, value) ->
            ((ByteBuffer) buffer)
                .order(
                    Boolean.TRUE.equals(value) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
  }

  private static Object make(Map<String, @Nullable Object> early, boolean readOnly) {
    int from = early.get(OFFSET) instanceof Integer number ? number : 0;
    int size = early.get(CAPACITY) instanceof Integer number ? number : 0;
    Object array = early.get(ARRAY);
    Buffer buffer = on(array).slice(from, size);
    return readOnly ? readOnly(buffer) : buffer;
  }

  private static Buffer on(@Nullable Object array) {
    if (array instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    } else if (array instanceof char[] chars) {
      return CharBuffer.wrap(chars);
    } else if (array instanceof short[] shorts) {
      return ShortBuffer.wrap(shorts);
    } else if (array instanceof int[] ints) {
      return IntBuffer.wrap(ints);
    } else if (array instanceof long[] longs) {
      return LongBuffer.wrap(longs);
    } else if (array instanceof float[] floats) {
      return FloatBuffer.wrap(floats);
    } else if (array instanceof double[] doubles) {
      return DoubleBuffer.wrap(doubles);
    }
    throw new IllegalArgumentException("a buffer on no array");
  }

  private static Buffer readOnly(Buffer buffer) {
    if (buffer instanceof ByteBuffer bytes) {
      return bytes.asReadOnlyBuffer();
    } else if (buffer instanceof CharBuffer chars) {
      return chars.asReadOnlyBuffer();
    } else if (buffer instanceof ShortBuffer shorts) {
      return shorts.asReadOnlyBuffer();
    } else if (buffer instanceof IntBuffer ints) {
      return ints.asReadOnlyBuffer();
    } else if (buffer instanceof LongBuffer longs) {
      return longs.asReadOnlyBuffer();
    } else if (buffer instanceof FloatBuffer floats) {
      return floats.asReadOnlyBuffer();
    }
    return ((DoubleBuffer) buffer).asReadOnlyBuffer();
  }
}
