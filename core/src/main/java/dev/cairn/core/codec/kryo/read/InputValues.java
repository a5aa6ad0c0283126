package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.GoneException;
import dev.cairn.core.graph.kind.Primitives;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.ValueSource;
import dev.cairn.core.graph.type.Kinds;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Optional;

/** Reads values, texts and arrays of primitives. */
final class InputValues implements ValueSource {
  private static final int CHUNK = 1 << 13;

  private final BoundedInput in;
  private final ClassTableReader classes;
  private final Kinds kinds;
  private final Texts texts = new Texts();
  private final byte[] chunk = new byte[CHUNK];

  InputValues(BoundedInput in, ClassTableReader classes, Kinds kinds) {
    this.in = in;
    this.classes = classes;
    this.kinds = kinds;
  }

  /** A value with its code. */
  Object value() {
    int code = in.varInt();
    Optional<ValueKind> kind = kinds.value(code);
    if (kind.isEmpty()) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; no kind of value has code " + code);
    }
    try {
      return kind.get().read(this);
    } catch (CodecException e) {
      throw e;
    } catch (GoneException e) {
      throw new CodecException("snapshot", "Cannot decode the snapshot; " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; a value of code " + code + " is none: " + e, e);
    }
  }

  /** Reads past contents of the same input. */
  ContentSkip skip() {
    return new ContentSkip(in, new SchemaValues(in, classes, kinds));
  }

  /** A constant of a class. */
  Object constant() {
    Class<?> owner = type();
    return classes.constant(owner, text());
  }

  @Override
  public long number() {
    return in.signedVarLong();
  }

  @Override
  public long bits() {
    return in.fixedLong();
  }

  @Override
  public String text() {
    return texts.read(in);
  }

  @Override
  public byte[] bytes() {
    byte[] bytes = new byte[in.count(1)];
    in.bytes(bytes, bytes.length);
    return bytes;
  }

  @Override
  public Class<?> type() {
    return classes.resolve(in.varInt());
  }

  /** Whether what stands here is the content of an array of primitives; reads past it. */
  boolean isContentOf(Object array, int widthBytes) {
    int length = in.count(widthBytes);
    if (length != Array.getLength(array)) {
      in.skip((long) length * widthBytes);
      return false;
    }
    int step = CHUNK / widthBytes;
    byte[] own = new byte[CHUNK];
    boolean same = true;
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      in.bytes(chunk, count * widthBytes);
      Primitives.get(array, from, count, own);
      same &= Arrays.equals(chunk, 0, count * widthBytes, own, 0, count * widthBytes);
    }
    return same;
  }

  /** A new array of primitives. */
  Object primitives(Class<?> component, int widthBytes) {
    int length = in.count(widthBytes);
    Object array = Array.newInstance(component, length);
    int step = CHUNK / widthBytes;
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      in.bytes(chunk, count * widthBytes);
      Primitives.put(array, from, count, chunk);
    }
    return array;
  }
}
