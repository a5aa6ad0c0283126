package dev.cairn.core.model;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of several buffers, one after the other. Buffers are this stream's own. */
final class BufferInputStream extends InputStream {
  private final Iterator<ByteBuffer> rest;
  private @Nullable ByteBuffer current;

  BufferInputStream(List<ByteBuffer> buffers) {
    this.rest = buffers.iterator();
  }

  /** One with bytes left, or null at the end. */
  private @Nullable ByteBuffer next() {
    while ((current == null || !current.hasRemaining()) && rest.hasNext()) {
      current = rest.next();
    }
    return current != null && current.hasRemaining() ? current : null;
  }

  @Override
  public int read() {
    ByteBuffer buffer = next();
    return buffer == null ? -1 : buffer.get() & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    ByteBuffer buffer = length == 0 ? null : next();
    if (buffer == null) {
      return length == 0 ? 0 : -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, count);
    return count;
  }

  @Override
  public long skip(long bytes) {
    long left = bytes;
    ByteBuffer buffer = next();
    while (left > 0 && buffer != null) {
      int count = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + count);
      left -= count;
      buffer = next();
    }
    return Math.max(0, bytes) - Math.max(0, left);
  }

  @Override
  public int available() {
    ByteBuffer buffer = next();
    return buffer == null ? 0 : buffer.remaining();
  }
}
