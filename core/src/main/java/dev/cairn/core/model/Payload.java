package dev.cairn.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes in one or more segments, in memory or out of the heap, that can be read as often as needed:
 * an encoded snapshot, a pack, a log entry. The segments are shared, not copied, and must not be
 * changed afterwards. Safe for use by many threads.
 */
public final class Payload {
  private static final int CHUNK_BYTES = 1 << 16;

  private final List<ByteBuffer> segments;
  private final long sizeBytes;

  private Payload(List<ByteBuffer> segments) {
    this.segments = segments;
    this.sizeBytes = segments.stream().mapToLong(ByteBuffer::remaining).sum();
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

  /** A new stream over all bytes; closing it is not needed. */
  public InputStream open() {
    return new BufferInputStream(segments());
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
}
