package dev.cairn.core.log.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads what {@link IndexOutput} wrote, out of bytes whose checksum was compared. What is no such
 * thing all the same ends in a RuntimeException.
 */
final class IndexInput {
  private static final int MORE = 0x80;
  private static final int DIGITS = 7;

  private final ByteBuffer bytes;
  private final List<String> texts = new ArrayList<>();

  /** Reads an array's own bytes. */
  IndexInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  long number() {
    long value = 0;
    int shift = 0;
    int next = bytes.get();
    while ((next & MORE) != 0) {
      value |= (long) (next & MORE - 1) << shift;
      shift += DIGITS;
      next = bytes.get();
    }
    value |= (long) next << shift;
    return value >>> 1 ^ -(value & 1);
  }

  int count() {
    return Math.toIntExact(number());
  }

  String text() {
    int known = count();
    if (known != 0) {
      return texts.get(known - 1);
    }
    int length = count();
    String text = length < 0 ? chars(-length) : utf8(length);
    texts.add(text);
    return text;
  }

  private String utf8(int length) {
    int start = bytes.arrayOffset() + bytes.position();
    bytes.position(bytes.position() + length);
    return new String(bytes.array(), start, length, StandardCharsets.UTF_8);
  }

  private String chars(int length) {
    StringBuilder chars = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      chars.append((char) number());
    }
    return chars.toString();
  }

  Instant instant() {
    return Instant.ofEpochSecond(number(), number());
  }

  Map<String, String> texts() {
    int count = count();
    Map<String, String> texts = new LinkedHashMap<>();
    for (int at = 0; at < count; at++) {
      texts.put(text(), text());
    }
    return texts;
  }

  <T> List<T> each(Supplier<T> reading) {
    int count = count();
    List<T> values = new ArrayList<>(Math.min(count, bytes.remaining()));
    for (int at = 0; at < count; at++) {
      values.add(reading.get());
    }
    return values;
  }
}
