package dev.cairn.core.log.delta;

import dev.cairn.core.model.Payload;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Makes a result again from its base and a delta. Every length is checked before it is used, and
 * nothing is kept that a delta only declares. Whether the result is what was written, its digest
 * must tell. For one delta.
 */
public final class DeltaReader {
  private static final int CHUNK = 1 << 14;
  private static final int MOST_SHIFT = 56;

  private final Pieces base;
  private final InputStream delta;
  private final OutputStream result;
  private final byte[] chunk = new byte[CHUNK];
  private long displacement;
  private long written;

  private DeltaReader(Pieces base, InputStream delta, OutputStream result) {
    this.base = base;
    this.delta = delta;
    this.result = result;
  }

  /**
   * Reads a delta to its end and writes the result.
   *
   * @param resultBytes how many bytes the result must have
   * @throws IOException if it is not a delta of that base to such a result
   */
  public static void apply(Payload base, InputStream delta, OutputStream result, long resultBytes)
      throws IOException {
    InputStream buffered = new BufferedInputStream(delta, CHUNK);
    new DeltaReader(new Pieces(base), buffered, result).read(resultBytes);
  }

  private void read(long resultBytes) throws IOException {
    int magic = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      magic = magic << Byte.SIZE | next();
    }
    require(magic == DeltaFormat.MAGIC, "it is none");
    long version = number();
    require(version == DeltaFormat.VERSION, "it has version " + version);
    long of = number();
    require(of == base.sizeBytes(), "its base has " + of + " bytes, not " + base.sizeBytes());
    long to = number();
    require(to == resultBytes, "its result has " + to + " bytes, not " + resultBytes);
    while (written < resultBytes) {
      step(resultBytes);
    }
    require(delta.read() < 0, "something follows it");
  }

  private void step(long resultBytes) throws IOException {
    long before = written;
    long fresh = number();
    require(fresh <= resultBytes - written, "it has more new bytes than the result");
    insert(fresh);
    long copied = number();
    if (copied > 0) {
      require(copied <= resultBytes - written, "it copies more bytes than the result has");
      copy(copied);
    }
    require(written > before, "a step brings nothing");
    require(copied > 0 || written == resultBytes, "it copies nothing");
  }

  private void insert(long count) throws IOException {
    long left = count;
    while (left > 0) {
      int read = delta.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (read < 0) {
        throw new EOFException("the delta ends early");
      }
      result.write(chunk, 0, read);
      left -= read;
    }
    written += count;
  }

  private void copy(long count) throws IOException {
    long zigzag = number();
    displacement += zigzag >>> 1 ^ -(zigzag & 1);
    long from = written + displacement;
    require(from >= 0 && from <= base.sizeBytes() - count, "it copies what the base has not");
    base.copy(from, count, chunk, result);
    written += count;
  }

  private long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < MOST_SHIFT; shift += 7) {
      int next = next();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number of the delta is too long");
  }

  private int next() throws IOException {
    int next = delta.read();
    if (next < 0) {
      throw new EOFException("the delta ends early");
    }
    return next;
  }

  private static void require(boolean condition, String otherwise) throws IOException {
    if (!condition) {
      throw new IOException("not a delta of this base: " + otherwise);
    }
  }
}
