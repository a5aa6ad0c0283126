package dev.cairn.core.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Bytes in memory, in one or more segments, that can be read as often as needed: an encoded
 * snapshot, a pack, a log entry. The arrays are shared, not copied, and must not be changed
 * afterwards. Safe for use by many threads.
 */
public final class Payload {
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

  /** The bytes of several payloads, one after the other. */
  public static Payload concat(List<Payload> payloads) {
    return new Payload(payloads.stream().flatMap(payload -> payload.segments.stream()).toList());
  }

  /** How many bytes there are. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** The segments in order, for reading only; each has an array behind it. */
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
    List<InputStream> streams = new ArrayList<>();
    for (ByteBuffer segment : segments) {
      streams.add(
          new ByteArrayInputStream(
              segment.array(), segment.arrayOffset() + segment.position(), segment.remaining()));
    }
    return streams.size() == 1
        ? streams.get(0)
        : new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Writes all bytes, segment by segment. */
  public void writeTo(OutputStream out) throws IOException {
    for (ByteBuffer segment : segments) {
      out.write(segment.array(), segment.arrayOffset() + segment.position(), segment.remaining());
    }
  }

  /** All bytes in one new array: for what is known to be small. */
  public byte[] toBytes() {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(sizeBytes));
    segments().forEach(all::put);
    return all.array();
  }
}
