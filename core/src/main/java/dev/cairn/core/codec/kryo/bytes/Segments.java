package dev.cairn.core.codec.kryo.bytes;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in pieces, so that a large snapshot needs no array of its size. */
final class Segments extends OutputStream {
  private static final int FIRST = 1 << 12;
  private static final int LARGEST = 1 << 20;

  private final List<byte[]> full = new ArrayList<>();
  private byte[] current = new byte[FIRST];
  private int size;

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
    full.add(current);
    current = new byte[Math.min(LARGEST, current.length * 4)];
    size = 0;
  }

  /** All pieces in order. */
  List<byte[]> pieces() {
    List<byte[]> pieces = new ArrayList<>(full);
    if (size > 0) {
      pieces.add(Arrays.copyOf(current, size));
    }
    return pieces;
  }
}
