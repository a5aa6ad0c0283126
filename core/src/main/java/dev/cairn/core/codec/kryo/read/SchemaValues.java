package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.ValueSource;
import dev.cairn.core.graph.type.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads values by what the snapshot says of them: classes and constants of the application stay
 * names, and no class is looked up.
 */
final class SchemaValues implements ValueSource {
  private final BoundedInput in;
  private final ClassTableReader classes;
  private final Kinds kinds;
  private final Texts texts = new Texts();
  private final List<String> parts = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  SchemaValues(BoundedInput in, ClassTableReader classes, Kinds kinds) {
    this.in = in;
    this.classes = classes;
    this.kinds = kinds;
  }

  /** Stands for a class that is not looked up. */
  private static final class Unknown {}

  /** A value with its code. */
  Leaf value() {
    int code = in.varInt();
    ValueKind kind =
        kinds
            .value(code)
            .orElseThrow(
                () ->
                    new CodecException(
                        "snapshot",
                        "Cannot decode the snapshot; no kind of value has code " + code));
    parts.clear();
    types.clear();
    return leaf(kind);
  }

  /** A kind reads all that it has before it looks at any of it: also where that fails. */
  private Leaf leaf(ValueKind kind) {
    String exact;
    try {
      Object value = kind.read(this);
      exact = String.join("\0", parts);
      if (types.isEmpty()) {
        String text = String.valueOf(value);
        return new Leaf(value.getClass().getName(), text, parts.size() == 1 ? text : exact);
      }
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      exact = String.join("\0", parts);
      if (types.isEmpty()) {
        throw new CodecException(
            "snapshot",
            "Cannot decode the snapshot; a value of code " + kind.code() + " is none: " + e,
            e);
      }
    }
    return parts.isEmpty()
        ? Leaf.of(Class.class.getName(), types.get(0))
        : Leaf.of(types.get(0), exact);
  }

  /** A constant of a class. */
  Leaf constant() {
    String owner = typeName();
    return Leaf.of(owner, owner + "." + texts.read(in));
  }

  /** A primitive. */
  Leaf primitive(SlotType type) {
    Object box = type.box(bits(in, type));
    return Leaf.of(type.type().getName(), String.valueOf(box));
  }

  /** The bits of a primitive. */
  static long bits(BoundedInput in, SlotType type) {
    return switch (type) {
      case BOOLEAN -> in.unsignedByte() == 0 ? 0 : 1;
      case BYTE -> (byte) in.unsignedByte();
      case FLOAT -> in.fixedInt();
      case DOUBLE -> in.fixedLong();
      default -> in.signedVarLong();
    };
  }

  private String typeName() {
    return classes.record(in.varInt()).name();
  }

  @Override
  public long number() {
    long number = in.signedVarLong();
    parts.add(Long.toString(number));
    return number;
  }

  @Override
  public long bits() {
    long bits = in.fixedLong();
    parts.add(Long.toHexString(bits));
    return bits;
  }

  @Override
  public String text() {
    String text = texts.read(in);
    parts.add(text);
    return text;
  }

  @Override
  public byte[] bytes() {
    byte[] bytes = new byte[in.count(1)];
    in.bytes(bytes, bytes.length);
    boolean printed = bytes.length < Short.MAX_VALUE;
    parts.add(
        printed ? HexFormat.of().formatHex(bytes) : new String(bytes, StandardCharsets.ISO_8859_1));
    return bytes;
  }

  @Override
  public Class<?> type() {
    types.add(typeName());
    return Unknown.class;
  }
}
