package dev.cairn.core.codec.kryo;

import com.esotericsoftware.kryo.io.Output;
import dev.cairn.core.graph.kind.Primitives;
import dev.cairn.core.graph.kind.ValueSink;
import java.lang.reflect.Array;

/** Writes values, texts and arrays of primitives to one of several outputs. */
final class OutputValues implements ValueSink {
  private static final int CHUNK = 1 << 13;

  private final ClassTableWriter classes;
  private final Texts texts = new Texts();
  private final byte[] chunk = new byte[CHUNK];
  private Output out;

  OutputValues(ClassTableWriter classes, Output out) {
    this.classes = classes;
    this.out = out;
  }

  void to(Output output) {
    out = output;
  }

  /** A code, a count or another small number that is not negative. */
  void code(int code) {
    out.writeVarInt(code, true);
  }

  @Override
  public void number(long value) {
    out.writeVarLong(value, false);
  }

  @Override
  public void bits(long value) {
    out.writeLong(value);
  }

  @Override
  public void text(String value) {
    texts.write(out, value);
  }

  @Override
  public void bytes(byte[] value) {
    out.writeVarInt(value.length, true);
    out.writeBytes(value);
  }

  @Override
  public void type(Class<?> value) {
    out.writeVarInt(classes.named(value), true);
  }

  /** An array's length and elements. */
  void primitives(Object array) {
    int length = Array.getLength(array);
    int width = Primitives.widthBytes(array);
    int step = CHUNK / width;
    out.writeVarInt(length, true);
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      Primitives.get(array, from, count, chunk);
      out.writeBytes(chunk, 0, count * width);
    }
  }
}
