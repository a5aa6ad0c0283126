package dev.cairn.core.graph.hash;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.cairn.core.graph.kind.Primitives;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.model.ClassAliases;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An object's content as canonical bytes on their way into a hash: equal for equal content in every
 * JVM. One buffer serves all objects of a walk. For one thread.
 */
public final class Emission implements ValueSink {
  private static final int CHUNK = 1 << 16;
  private static final int FIRST = 1 << 10;
  private static final int GROWTH = 8;
  private static final int ROOM = 16;
  private static final int SHORT = 24;

  private static final int NULL = 0;
  private static final int VALUE = 1;
  private static final int NODE = 2;
  private static final int OUTSIDE = 3;
  private static final int NEW = 4;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final HashStream128 stream = Hashing.xxh3_128().hashStream();
  private final ClassAliases aliases;
  // What does not fit in as many bytes is hashed piece by piece.
  private final int room;
  private char[] chars = {};
  private byte[] buffer;
  private int size;
  private long flushed;

  /** An emission with room for large objects. */
  public Emission(ClassAliases aliases) {
    this(CHUNK, aliases);
  }

  private Emission(int room, ClassAliases aliases) {
    this.aliases = aliases;
    this.room = room;
    this.buffer = new byte[FIRST + 2 * ROOM];
  }

  /** An emission for small things, of which there are several at a time. */
  public static Emission small(ClassAliases aliases) {
    return new Emission(FIRST, aliases);
  }

  /** Begins the content of another object. */
  public void begin(long shape) {
    size = 0;
    flushed = 0;
    bits(shape);
  }

  /** The hash of what was written since the beginning. */
  public ContentHash end() {
    if (flushed == 0) {
      return hash(Hashing.xxh3_128().hashBytesTo128Bits(buffer, 0, size));
    }
    flush();
    return hash(stream.get());
  }

  private static ContentHash hash(HashValue128 bits) {
    return new ContentHash(bits.getMostSignificantBits(), bits.getLeastSignificantBits());
  }

  /** How many bytes were written since the beginning. */
  public long sizeBytes() {
    return flushed + size;
  }

  private void flush() {
    if (flushed == 0) {
      stream.reset();
    }
    stream.putBytes(buffer, 0, size);
    flushed += size;
    size = 0;
  }

  private void need(int bytes) {
    if (size + bytes > buffer.length) {
      make(bytes);
    }
  }

  private void make(int bytes) {
    int largest = room + 2 * ROOM;
    if (buffer.length < largest) {
      int enough = Math.max(size + bytes, GROWTH * buffer.length);
      buffer = Arrays.copyOf(buffer, Math.min(largest, enough));
    }
    if (size + bytes > buffer.length) {
      flush();
      if (bytes > buffer.length) {
        buffer = Arrays.copyOf(buffer, bytes);
      }
    }
  }

  public void nothing() {
    tag(NULL);
  }

  /** A reference to something outside the state, or to something never compared. */
  public void outside() {
    tag(OUTSIDE);
  }

  /** A reference to a numbered object. */
  public void node(int part, int local) {
    need(2 * ROOM);
    buffer[size] = NODE;
    size = put(local, put(part, size + 1));
  }

  /** A reference to an object that was not there at the entry. */
  void created() {
    tag(NEW);
  }

  public void value(ValueKind kind, Object value) {
    tag(VALUE);
    number(kind.code());
    kind.write(value, this);
  }

  private void tag(int tag) {
    need(1);
    buffer[size++] = (byte) tag;
  }

  @Override
  public void number(long value) {
    need(ROOM);
    size = put(value, size);
  }

  /** Seven bits a byte, the lowest first; returns where it ends. */
  private int put(long value, int from) {
    byte[] into = buffer;
    long rest = (value << 1) ^ (value >> 63);
    int at = from;
    while ((rest & ~0x7FL) != 0) {
      into[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    into[at] = (byte) rest;
    return at + 1;
  }

  @Override
  public void bits(long value) {
    need(ROOM);
    LONGS.set(buffer, size, value);
    size += Long.BYTES;
  }

  @Override
  public void text(String value) {
    int length = value.length();
    number(length);
    int step = room / 4;
    for (int from = 0; from < length; from += step) {
      int to = Math.min(length, from + step);
      need((to - from) * 2);
      if (to - from < SHORT) {
        one(value, from, to);
      } else {
        many(value, from, to);
      }
    }
  }

  /** By calls that the JVM has its own fast code for. */
  private void many(String value, int from, int to) {
    int count = to - from;
    if (chars.length < count) {
      chars = new char[Math.max(count, Math.min(room / 4, 2 * chars.length))];
    }
    value.getChars(from, to, chars, 0);
    ByteBuffer.wrap(buffer, size, count * 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer()
        .put(chars, 0, count);
    size += count * 2;
  }

  private void one(String value, int from, int to) {
    byte[] into = buffer;
    int at = size;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      into[at++] = (byte) c;
      into[at++] = (byte) (c >>> 8);
    }
    size = at;
  }

  @Override
  public void bytes(byte[] value) {
    number(value.length);
    primitives(value);
  }

  @Override
  public void type(Class<?> value) {
    text(aliases.recorded(value.getName()));
  }

  /** An array of primitives, without its length. */
  public void primitives(Object array) {
    int length = Array.getLength(array);
    int width = Primitives.widthBytes(array);
    int step = (room + ROOM) / Long.BYTES * Long.BYTES / width;
    for (int from = 0; from < length; from += step) {
      int count = Math.min(step, length - from);
      need(count * width);
      Primitives.get(array, from, count, buffer, size);
      size += count * width;
    }
  }
}
