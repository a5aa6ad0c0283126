package dev.cairn.core.log.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes values as bytes: small numbers are short, and a text that came before is its number. */
final class IndexOutput {
  private static final int MORE = 0x80;
  private static final int DIGITS = 7;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new HashMap<>();

  /** A number; those near zero are short. */
  IndexOutput number(long value) {
    long left = value << 1 ^ value >> Long.SIZE - 1;
    while ((left & -MORE) != 0) {
      bytes.write((int) (left & MORE - 1 | MORE));
      left >>>= DIGITS;
    }
    bytes.write((int) left);
    return this;
  }

  IndexOutput text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      return number(known);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    // a lone half of a character is no UTF-8: then the text stands char by char
    boolean exact = new String(utf8, StandardCharsets.UTF_8).equals(text);
    number(0).number(exact ? utf8.length : -text.length());
    if (exact) {
      bytes.writeBytes(utf8);
    } else {
      text.chars().forEach(this::number);
    }
    return this;
  }

  IndexOutput instant(Instant time) {
    return number(time.getEpochSecond()).number(time.getNano());
  }

  IndexOutput texts(Map<String, String> texts) {
    number(texts.size());
    texts.forEach((name, value) -> text(name).text(value));
    return this;
  }

  <T> IndexOutput each(Collection<T> values, Consumer<T> writing) {
    number(values.size());
    values.forEach(writing);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
