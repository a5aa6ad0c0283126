package dev.cairn.core.codec.kryo.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Texts as bytes. Unlike Kryo's own form a declared length can be checked before room is made for
 * it, and a lone surrogate survives.
 */
public final class Texts {
  private static final int CHUNK = 1 << 13;
  private static final int WIDEST_CHAR = 3;

  private static final int FIRST_ROOM = 1 << 8;

  // Most streams are small and have short texts only: room is made when it is needed.
  private byte[] chunk = {};
  private char[] chars = {};

  /** Writes a text: its length and whether it is ASCII, then its characters. */
  public void write(SnapshotOutput out, String value) {
    int length = value.length();
    boolean narrow = isNarrow(value);
    out.varLong((long) length << 1 | (narrow ? 0 : 1));
    if (narrow && length <= CHUNK) {
      out.bytes(value.getBytes(StandardCharsets.US_ASCII), length);
      return;
    }
    int step = narrow ? CHUNK : CHUNK / WIDEST_CHAR;
    makeRoom(Math.min(CHUNK, (narrow ? 1L : WIDEST_CHAR) * length));
    for (int from = 0; from < length; from += step) {
      int to = Math.min(length, from + step);
      out.bytes(chunk, narrow ? narrow(value, from, to) : wide(value, from, to));
    }
  }

  private void makeRoom(long bytes) {
    if (chunk.length < bytes) {
      chunk = new byte[(int) Math.max(bytes, Math.max(FIRST_ROOM, 2L * chunk.length))];
    }
  }

  private static boolean isNarrow(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private int narrow(String value, int from, int to) {
    byte[] into = chunk;
    for (int i = from; i < to; i++) {
      into[i - from] = (byte) value.charAt(i);
    }
    return to - from;
  }

  /** As UTF-8, but char by char. */
  private int wide(String value, int from, int to) {
    int at = 0;
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if (c <= 0x7F) {
        chunk[at++] = (byte) c;
      } else if (c <= 0x7FF) {
        chunk[at++] = (byte) (0xC0 | c >> 6);
        chunk[at++] = (byte) (0x80 | c & 0x3F);
      } else {
        chunk[at++] = (byte) (0xE0 | c >> 12);
        chunk[at++] = (byte) (0x80 | c >> 6 & 0x3F);
        chunk[at++] = (byte) (0x80 | c & 0x3F);
      }
    }
    return at;
  }

  /** Reads a text. */
  public String read(BoundedInput in) {
    long head = in.varLong();
    int length = in.count(head >>> 1, 1);
    return (head & 1) == 0 ? readNarrow(in, length) : readWide(in, length);
  }

  private String readNarrow(BoundedInput in, int length) {
    if (length <= CHUNK) {
      makeRoom(length);
    }
    byte[] bytes = length <= CHUNK ? chunk : new byte[length];
    in.bytes(bytes, length);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private String readWide(BoundedInput in, int length) {
    if (chars.length < length) {
      chars = new char[Math.max(length, FIRST_ROOM)];
    }
    for (int i = 0; i < length; i++) {
      int first = in.unsignedByte();
      if (first < 0x80) {
        chars[i] = (char) first;
      } else if (first < 0xE0) {
        chars[i] = (char) ((first & 0x1F) << 6 | in.unsignedByte() & 0x3F);
      } else {
        int second = in.unsignedByte() & 0x3F;
        chars[i] = (char) ((first & 0x0F) << 12 | second << 6 | in.unsignedByte() & 0x3F);
      }
    }
    return new String(chars, 0, length);
  }
}
