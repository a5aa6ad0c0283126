package dev.cairn.core.codec.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.cairn.core.error.CodecException;
import java.io.InputStream;

/**
 * Kryo's input, which knows how many bytes its section still has: what a stream declares is checked
 * against that before room is made for it.
 */
final class BoundedInput {
  private static final int BUFFER = 1 << 16;

  private final Input in;
  private long end;

  BoundedInput(InputStream stream, long sizeBytes) {
    this.in = new Input(stream, BUFFER);
    this.end = sizeBytes;
  }

  /** Bytes read so far. */
  long position() {
    return in.total();
  }

  /** Bytes left in the section. */
  long remaining() {
    return end - in.total();
  }

  /** Begins a section; the one before must have been read to its end. */
  void section(long from, long sizeBytes) {
    if (in.total() != from) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; a section has "
              + (from - in.total())
              + " bytes more than were read");
    }
    end = from + sizeBytes;
  }

  void skipTo(long position) {
    in.skip(position - in.total());
  }

  /** Reads past some bytes. */
  void skip(long bytes) {
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
  int count(long declared, int smallestBytes) {
    if (declared < 0 || declared > Integer.MAX_VALUE - 16) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it declares " + declared + " elements");
    }
    need(declared * smallestBytes);
    return (int) declared;
  }

  int count(int smallestBytes) {
    return count(in.readVarInt(true), smallestBytes);
  }

  int varInt() {
    need(1);
    return in.readVarInt(true);
  }

  long varLong() {
    need(1);
    return in.readVarLong(true);
  }

  long signedVarLong() {
    need(1);
    return in.readVarLong(false);
  }

  long fixedLong() {
    need(Long.BYTES);
    return in.readLong();
  }

  int fixedInt() {
    need(Integer.BYTES);
    return in.readInt();
  }

  int unsignedByte() {
    need(1);
    return in.readByteUnsigned();
  }

  void bytes(byte[] into, int count) {
    need(count);
    in.readBytes(into, 0, count);
  }
}
