package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded value becomes in a field of another type: the same number in a wider type, in a
 * box, or out of one. What would need rounding, cutting or parsing is refused.
 */
public final class Conversion {

  private Conversion() {}

  /** Why what is recorded for a field can never go into the field of now, where that is so. */
  static Optional<String> obstacle(SlotRecord recorded, Slot now) {
    SlotType from = recorded.type();
    boolean fits =
        from == now.type()
            || (from.isPrimitive() && now.type().isPrimitive() && widens(from, now.type()))
            || (from.isPrimitive() && !now.type().isPrimitive() && boxes(from, now.declared()))
            || (!from.isPrimitive() && now.type().isPrimitive());
    return fits ? Optional.empty() : Optional.of("was " + name(from) + " and is " + name(now));
  }

  private static String name(SlotType type) {
    return type.isPrimitive() ? type.type().getName() : "a reference";
  }

  private static String name(Slot slot) {
    return slot.declared().getName();
  }

  /** Whether every value of one primitive type is one of the other, too. */
  static boolean widens(SlotType from, SlotType to) {
    return from == to
        || switch (from) {
          case BYTE -> to == SlotType.SHORT || isWide(to) || isFloating(to);
          case SHORT, CHAR -> isWide(to) || isFloating(to);
          case INT -> to == SlotType.LONG || to == SlotType.DOUBLE;
          case FLOAT -> to == SlotType.DOUBLE;
          default -> false;
        };
  }

  private static boolean isWide(SlotType type) {
    return type == SlotType.INT || type == SlotType.LONG;
  }

  private static boolean isFloating(SlotType type) {
    return type == SlotType.FLOAT || type == SlotType.DOUBLE;
  }

  private static boolean boxes(SlotType from, Class<?> declared) {
    SlotType held = held(declared);
    return held.isPrimitive()
        ? widens(from, held)
        : declared.isInstance(from.box(0)) || declared == Object.class;
  }

  /** The primitive type that a box holds; REFERENCE of any other class. */
  private static SlotType held(Class<?> box) {
    return SlotType.of(MethodType.methodType(box).unwrap().returnType());
  }

  /**
   * Whether a conversion makes another kind of number: the new code would hardly have left the
   * float's digits in a double.
   */
  public static boolean makesFloating(SlotType from, SlotType to) {
    return from != to && isFloating(to);
  }

  /** A primitive in a primitive field. */
  public static long bits(SlotType from, SlotType to, long bits) {
    if (from == to || !isFloating(to)) {
      return bits;
    }
    double number = from == SlotType.FLOAT ? Float.intBitsToFloat((int) bits) : bits;
    return to == SlotType.DOUBLE
        ? Double.doubleToRawLongBits(number)
        : Float.floatToRawIntBits((float) number);
  }

  /** A primitive in a field of references. */
  public static Object boxed(SlotType from, Slot now, long bits) {
    SlotType held = held(now.declared());
    return held.isPrimitive() ? held.box(bits(from, held, bits)) : from.box(bits);
  }

  /**
   * A box in a primitive field.
   *
   * @throws CodecException if it is none, or its value has no place there
   */
  public static long unboxed(@Nullable Object value, Slot now) {
    SlotType from = value == null ? SlotType.REFERENCE : held(value.getClass());
    if (value == null || !from.isPrimitive() || !widens(from, now.type())) {
      throw unfit(value, now);
    }
    return bits(from, now.type(), from.bits(value));
  }

  /**
   * A reference in a field of references: itself, or its number in the box that is declared.
   *
   * @throws CodecException if it has no place there
   */
  public static @Nullable Object fitted(@Nullable Object value, Slot now) {
    Class<?> declared = now.declared();
    if (value == null || declared == Object.class || declared.isInstance(value)) {
      return value;
    }
    SlotType from = held(value.getClass());
    SlotType to = held(declared);
    if (!from.isPrimitive() || !to.isPrimitive() || !widens(from, to)) {
      throw unfit(value, now);
    }
    return to.box(bits(from, to, from.bits(value)));
  }

  /** The primitive type of what goes into a field, of a box that which it holds. */
  public static SlotType numberOf(@Nullable Object value) {
    return value == null ? SlotType.REFERENCE : held(value.getClass());
  }

  /** The primitive type of what a field holds, of a box that which it holds. */
  public static SlotType numberIn(Slot now) {
    return now.type().isPrimitive() ? now.type() : held(now.declared());
  }

  private static CodecException unfit(@Nullable Object value, Slot now) {
    String field = now.owner().isEmpty() ? now.name() : now.owner() + "." + now.name();
    String found = value == null ? "null" : "a " + value.getClass().getName();
    return new CodecException(
        field,
        "Cannot decode the snapshot; "
            + field
            + " must be a "
            + name(now)
            + ", but "
            + found
            + " is recorded");
  }
}
