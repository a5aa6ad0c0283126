package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.graph.kind.Primitives;
import dev.cairn.core.graph.kind.ValueSink;
import java.lang.reflect.Array;

/** Writes values, texts and arrays of primitives to one of several outputs. */
final class OutputValues implements ValueSink {
  private static final int CHUNK = 1 << 13;

  private final ClassTableWriter classes;
  private final Texts texts = new Texts();
  private final byte[] chunk = new byte[CHUNK];
  private SnapshotOutput out;

  OutputValues(ClassTableWriter classes, SnapshotOutput out) {
    this.classes = classes;
    this.out = out;
  }

  void to(SnapshotOutput output) {
    out = output;
  }

  /** A code, a count or another small number that is not negative. */
  void code(int code) {
    out.varInt(code);
  }

  @Override
  public void number(long value) {
    out.signedVarLong(value);
  }

  @Override
  public void bits(long value) {
    out.fixedLong(value);
  }

  @Override
  public void text(String value) {
    texts.write(out, value);
  }

  @Override
  public void bytes(byte[] value) {
    out.varInt(value.length);
    out.bytes(value, value.length);
  }

  @Override
  public void type(Class<?> value) {
    out.varInt(classes.named(value));
  }

  /** An array's length and elements. */
  void primitives(Object array) {
    int length = Array.getLength(array);
    int width = Primitives.widthBytes(array);
    int step = CHUNK / width;
    out.varInt(length);
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      Primitives.get(array, from, count, chunk);
      out.bytes(chunk, count * width);
    }
  }
}
