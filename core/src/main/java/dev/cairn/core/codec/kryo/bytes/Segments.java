package dev.cairn.core.codec.kryo.bytes;

import dev.cairn.core.model.Payload.Scratch;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in pieces, so that a large snapshot needs no array of its size. */
final class Segments extends OutputStream {
  private static final int FIRST = 1 << 12;
  private static final int LARGEST = 1 << 20;

  private final Scratch scratch;
  private final List<ByteBuffer> full = new ArrayList<>();
  private long fullBytes;
  private byte[] current = new byte[FIRST];
  private int size;

  Segments(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (size == current.length) {
        next();
      }
      int step = Math.min(left, current.length - size);
      System.arraycopy(bytes, from, current, size, step);
      size += step;
      from += step;
      left -= step;
    }
  }

  private void next() {
    boolean inMemory = fullBytes < scratch.inMemoryBytes();
    full.add(inMemory ? ByteBuffer.wrap(current) : scratch.keep(current));
    fullBytes += current.length;
    current = new byte[Math.min(LARGEST, current.length * 4)];
    size = 0;
  }

  /** All pieces in order. */
  List<ByteBuffer> pieces() {
    List<ByteBuffer> pieces = new ArrayList<>(full);
    if (size > 0) {
      pieces.add(ByteBuffer.wrap(Arrays.copyOf(current, size)));
    }
    return pieces;
  }
}
