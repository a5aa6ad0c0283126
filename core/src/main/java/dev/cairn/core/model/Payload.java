package dev.cairn.core.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/**
 * Bytes in memory, in one or more segments, that can be read as often as needed: an encoded
 * snapshot, a pack, a log entry. The segments are shared, not copied, and must not be changed
 * afterwards. Safe for use by many threads.
 */
public final class Payload {
  private final List<byte[]> segments;
  private final long sizeBytes;

  private Payload(List<byte[]> segments) {
    this.segments = segments;
    this.sizeBytes = segments.stream().mapToLong(segment -> segment.length).sum();
  }

  /** The bytes of one array. */
  public static Payload of(byte[] bytes) {
    return new Payload(List.of(bytes));
  }

  /** The bytes of several arrays, one after the other. */
  public static Payload of(List<byte[]> segments) {
    return new Payload(List.copyOf(segments));
  }

  /** How many bytes there are. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** The segments in order; to be read only. */
  public List<byte[]> segments() {
    return segments;
  }

  /** A new stream over all bytes; closing it is not needed. */
  public InputStream open() {
    Iterator<byte[]> left = segments.iterator();
    return new SequenceInputStream(
        new Enumeration<InputStream>() {
          @Override
          public boolean hasMoreElements() {
            return left.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(left.next());
          }
        });
  }

  /** Writes all bytes, segment by segment. */
  public void writeTo(OutputStream out) throws IOException {
    for (byte[] segment : segments) {
      out.write(segment);
    }
  }
}
