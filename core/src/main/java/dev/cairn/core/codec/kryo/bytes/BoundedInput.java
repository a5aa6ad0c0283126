package dev.cairn.core.codec.kryo.bytes;

import com.esotericsoftware.kryo.io.Input;
import dev.cairn.core.error.CodecException;
import java.io.InputStream;

/**
 * Kryo's input, which knows how many bytes its section still has: what a stream declares is checked
 * against that before room is made for it.
 */
public final class BoundedInput {
  private static final int LARGEST_BUFFER = 1 << 16;
  // Kryo asks for a whole primitive at once.
  private static final int SMALLEST_BUFFER = 1 << 8;

  private final Input in;
  private long end;

  public BoundedInput(InputStream stream, long sizeBytes) {
    long buffer = Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, sizeBytes));
    this.in = new Input(stream, (int) buffer);
    this.end = sizeBytes;
  }

  /** Bytes read so far. */
  public long position() {
    return in.total();
  }

  /** Bytes left in the section. */
  long remaining() {
    return end - in.total();
  }

  /** Begins a section; the one before must have been read to its end. */
  public void section(long from, long sizeBytes) {
    if (in.total() != from) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; a section has "
              + (from - in.total())
              + " bytes more than were read");
    }
    end = from + sizeBytes;
  }

  public void skipTo(long position) {
    in.skip(position - in.total());
  }

  /** Reads past some bytes. */
  public void skip(long bytes) {
    need(bytes);
    in.skip(bytes);
  }

  private void need(long bytes) {
    if (bytes > remaining()) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; " + bytes + " bytes expected, " + remaining() + " are left");
    }
  }

  /** Checks a declared count of things of at least so many bytes each. */
  public int count(long declared, int smallestBytes) {
    if (declared < 0 || declared > Integer.MAX_VALUE - 16) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it declares " + declared + " elements");
    }
    need(declared * smallestBytes);
    return (int) declared;
  }

  public int count(int smallestBytes) {
    return count(in.readVarInt(true), smallestBytes);
  }

  public int varInt() {
    need(1);
    return in.readVarInt(true);
  }

  public long varLong() {
    need(1);
    return in.readVarLong(true);
  }

  public long signedVarLong() {
    need(1);
    return in.readVarLong(false);
  }

  public long fixedLong() {
    need(Long.BYTES);
    return in.readLong();
  }

  public int fixedInt() {
    need(Integer.BYTES);
    return in.readInt();
  }

  public int unsignedByte() {
    need(1);
    return in.readByteUnsigned();
  }

  public void bytes(byte[] into, int count) {
    need(count);
    in.readBytes(into, 0, count);
  }
}
