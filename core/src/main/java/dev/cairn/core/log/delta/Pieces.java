package dev.cairn.core.log.delta;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A payload from any place of it, wherever its segments lie. */
final class Pieces {
  private final ByteBuffer[] segments;
  private final long[] starts;
  private final long sizeBytes;

  Pieces(Payload payload) {
    this.segments = payload.segments().toArray(ByteBuffer[]::new);
    this.starts = new long[segments.length];
    long start = 0;
    for (int i = 0; i < segments.length; i++) {
      starts[i] = start;
      start += segments[i].remaining();
    }
    this.sizeBytes = start;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /** Copies a range, which must lie inside. */
  void copy(long from, long count, byte[] chunk, OutputStream to) throws IOException {
    int segment = at(from);
    long position = from;
    long left = count;
    while (left > 0) {
      ByteBuffer buffer = segments[segment].duplicate();
      buffer.position(buffer.position() + (int) (position - starts[segment]));
      int length = (int) Math.min(Math.min(left, chunk.length), buffer.remaining());
      buffer.get(chunk, 0, length);
      to.write(chunk, 0, length);
      position += length;
      left -= length;
      while (left > 0 && segment + 1 < starts.length && starts[segment + 1] <= position) {
        segment++;
      }
    }
  }

  private int at(long position) {
    int found = Arrays.binarySearch(starts, position);
    int last = found >= 0 ? found : -found - 2;
    while (last + 1 < starts.length && starts[last + 1] <= position) {
      last++; // empty segments begin where the next one does
    }
    return last;
  }
}
