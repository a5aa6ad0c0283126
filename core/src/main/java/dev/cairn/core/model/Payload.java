package dev.cairn.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in one or more segments, in memory or out of the heap, that can be read as often as needed:
 * an encoded snapshot, a pack, a log entry. The segments are shared, not copied, and must not be
 * changed afterwards. Safe for use by many threads.
 */
public final class Payload {
  private static final int CHUNK_BYTES = 1 << 16;

  private final List<ByteBuffer> segments;
  private final long sizeBytes;
  private final LongConsumer watcher;

  private Payload(List<ByteBuffer> segments) {
    this(segments, count -> {});
  }

  private Payload(List<ByteBuffer> segments, LongConsumer watcher) {
    this.segments = segments;
    this.sizeBytes = segments.stream().mapToLong(ByteBuffer::remaining).sum();
    this.watcher = watcher;
  }

  /** The bytes of one array. */
  public static Payload of(byte[] bytes) {
    return new Payload(List.of(ByteBuffer.wrap(bytes)));
  }

  /** The bytes of several arrays, one after the other. */
  public static Payload of(List<byte[]> arrays) {
    return new Payload(arrays.stream().map(ByteBuffer::wrap).toList());
  }

  /** The bytes of several buffers, each from its position to its limit. */
  public static Payload ofBuffers(List<ByteBuffer> buffers) {
    return new Payload(buffers.stream().map(ByteBuffer::slice).toList());
  }

  /** The bytes of several payloads, one after the other. */
  public static Payload concat(List<Payload> payloads) {
    return new Payload(payloads.stream().flatMap(payload -> payload.segments.stream()).toList());
  }

  /** How many bytes there are. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** The segments in order, for reading only. */
  public List<ByteBuffer> segments() {
    return segments.stream().map(ByteBuffer::duplicate).toList();
  }

  /** The same bytes cut into pieces of one size, the last one smaller; none is empty. */
  public List<Payload> pieces(int pieceBytes) {
    List<Payload> pieces = new ArrayList<>();
    List<ByteBuffer> piece = new ArrayList<>();
    int room = pieceBytes;
    for (ByteBuffer segment : segments()) {
      while (segment.hasRemaining()) {
        int length = Math.min(room, segment.remaining());
        piece.add(segment.slice(segment.position(), length));
        segment.position(segment.position() + length);
        room -= length;
        if (room == 0) {
          pieces.add(new Payload(List.copyOf(piece)));
          piece.clear();
          room = pieceBytes;
        }
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(new Payload(List.copyOf(piece)));
    }
    return pieces;
  }

  /** Some of the bytes, which are shared like all. */
  public Payload slice(long from, long count) {
    Objects.checkFromIndexSize(from, count, sizeBytes);
    List<ByteBuffer> slices = new ArrayList<>();
    long start = from;
    long left = count;
    for (ByteBuffer segment : segments()) {
      int length = (int) Math.min(left, Math.max(0, segment.remaining() - start));
      if (length > 0) {
        slices.add(segment.slice(segment.position() + (int) start, length));
        start = 0;
        left -= length;
      } else {
        start -= Math.min(start, segment.remaining());
      }
    }
    return new Payload(slices);
  }

  /**
   * The same bytes.
   *
   * @param watcher is told of each read from a {@linkplain #open stream} how many bytes it got
   */
  public Payload watched(LongConsumer watcher) {
    return new Payload(segments, watcher);
  }

  /** A new stream over all bytes; closing it is not needed. */
  public InputStream open() {
    return new BufferInputStream(segments(), watcher);
  }

  /** Writes all bytes, segment by segment. */
  public void writeTo(OutputStream out) throws IOException {
    byte[] chunk = new byte[0];
    for (ByteBuffer segment : segments()) {
      if (segment.hasArray()) {
        out.write(segment.array(), segment.arrayOffset() + segment.position(), segment.remaining());
      } else {
        chunk = chunk.length == 0 ? new byte[CHUNK_BYTES] : chunk;
        write(segment, chunk, out);
      }
    }
  }

  private static void write(ByteBuffer segment, byte[] chunk, OutputStream out) throws IOException {
    while (segment.hasRemaining()) {
      int count = Math.min(chunk.length, segment.remaining());
      segment.get(chunk, 0, count);
      out.write(chunk, 0, count);
    }
  }

  /** All bytes in one new array: for what is known to be small. */
  public byte[] toBytes() {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(sizeBytes));
    segments().forEach(all::put);
    return all.array();
  }

  /**
   * Where the bytes of a payload are kept that would be too many for the heap. Safe for use by many
   * threads.
   */
  public interface Scratch {
    /** Keeps everything in memory. */
    Scratch NONE =
        new Scratch() {
          @Override
          public long inMemoryBytes() {
            return Long.MAX_VALUE;
          }

          @Override
          public ByteBuffer keep(byte[] bytes) {
            return ByteBuffer.wrap(bytes);
          }
        };

    /** How many bytes whoever collects some keeps in memory before handing on the others. */
    long inMemoryBytes();

    /**
     * Keeps bytes for as long as the answer is reachable: for reading only, from position 0 to the
     * limit. Where there is no room elsewhere they stay in memory, and the array is the answer's.
     */
    ByteBuffer keep(byte[] bytes);
  }

  /** The bytes of several buffers, one after the other. Buffers are this stream's own. */
  private static final class BufferInputStream extends InputStream {
    private final Iterator<ByteBuffer> rest;
    private final LongConsumer watcher;
    private @Nullable ByteBuffer current;

    BufferInputStream(List<ByteBuffer> buffers, LongConsumer watcher) {
      this.rest = buffers.iterator();
      this.watcher = watcher;
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
      if (buffer == null) {
        return -1;
      }
      watcher.accept(1);
      return buffer.get() & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      ByteBuffer buffer = length == 0 ? null : next();
      if (buffer == null) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, buffer.remaining());
      buffer.get(bytes, offset, count);
      watcher.accept(count);
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
}
