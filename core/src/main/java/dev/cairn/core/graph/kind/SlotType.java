package dev.cairn.core.graph.kind;

/** Type of a slot; primitives travel as the bits of a long. */
public enum SlotType {
  REFERENCE(0, Object.class, 0),
  BOOLEAN(1, boolean.class, 1),
  BYTE(2, byte.class, 1),
  CHAR(3, char.class, 2),
  SHORT(4, short.class, 2),
  INT(5, int.class, 4),
  LONG(6, long.class, 8),
  FLOAT(7, float.class, 4),
  DOUBLE(8, double.class, 8);

  private static final SlotType[] ALL = values();

  private final int code;
  private final Class<?> type;
  private final int widthBytes;

  SlotType(int code, Class<?> type, int widthBytes) {
    this.code = code;
    this.type = type;
    this.widthBytes = widthBytes;
  }

  /** The type of a field or array component. */
  public static SlotType of(Class<?> type) {
    for (SlotType candidate : ALL) {
      if (candidate.type == type) {
        return candidate;
      }
    }
    return REFERENCE;
  }

  /** Stands for it in snapshots. */
  public int code() {
    return code;
  }

  /** The primitive class, or Object. */
  public Class<?> type() {
    return type;
  }

  /** How many bytes a value needs; 0 for references. */
  public int widthBytes() {
    return widthBytes;
  }

  /** Whether it is not a reference. */
  public boolean isPrimitive() {
    return this != REFERENCE;
  }

  /** A primitive's bits as a box. */
  public Object box(long bits) {
    return switch (this) {
      case BOOLEAN -> bits != 0;
      case BYTE -> (byte) bits;
      case CHAR -> (char) bits;
      case SHORT -> (short) bits;
      case INT -> (int) bits;
      case LONG -> bits;
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
      case REFERENCE -> throw new IllegalStateException("a reference has no bits");
    };
  }

  /** A box's primitive as bits. */
  public long bits(Object box) {
    return switch (this) {
      case BOOLEAN -> (Boolean) box ? 1 : 0;
      case CHAR -> (Character) box;
      case FLOAT -> Float.floatToRawIntBits((Float) box);
      case DOUBLE -> Double.doubleToRawLongBits((Double) box);
      case BYTE, SHORT, INT, LONG -> ((Number) box).longValue();
      case REFERENCE -> throw new IllegalStateException("a reference has no bits");
    };
  }
}
