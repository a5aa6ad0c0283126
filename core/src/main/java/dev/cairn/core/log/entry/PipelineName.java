package dev.cairn.core.log.entry;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.storage.StorageKey;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A pipeline's name as a segment of storage keys, reversibly, and so that two names never meet: not
 * where case does not count, and not where Windows reserves names.
 *
 * <p>Lower-case letters, digits, {@code -}, {@code _} and inner dots stand for themselves; an
 * upper-case letter is {@code +} and the letter in lower case; every other byte of the name's UTF-8
 * is {@code =} and two digits. The first letter of a name that Windows reserves is written so too.
 */
public final class PipelineName {
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

  private PipelineName() {}

  /** The segment of a name. */
  static String escaped(String name) {
    StringBuilder segment = new StringBuilder();
    ByteBuffer bytes = utf8(name);
    while (bytes.hasRemaining()) {
      boolean edge = bytes.position() == 0 || bytes.remaining() == 1;
      segment.append(escaped(bytes.get(), edge));
    }
    if (isReserved(segment.toString())) {
      segment.replace(0, 1, hex((byte) segment.charAt(0)));
    }
    if (!StorageKey.isSegment(segment.toString())) {
      throw new ConfigurationException(
          name, "Cannot use the pipeline name " + name + ": it is too long; shorten it");
    }
    return segment.toString();
  }

  private static String escaped(byte b, boolean edge) {
    boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_';
    if (plain || b == '.' && !edge) {
      return String.valueOf((char) b);
    }
    return b >= 'A' && b <= 'Z' ? "+" + (char) (b + ('a' - 'A')) : hex(b);
  }

  private static String hex(byte b) {
    return String.format(Locale.ROOT, "=%02x", b);
  }

  private static boolean isReserved(String segment) {
    int dot = segment.indexOf('.');
    String stem = dot < 0 ? segment : segment.substring(0, dot);
    return RESERVED.contains(stem) || stem.matches("(com|lpt)[0-9]");
  }

  /** The name of a segment; empty where it is no name's. */
  public static Optional<String> unescaped(String segment) {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length());
    int at = 0;
    while (at < segment.length()) {
      int width = width(segment.charAt(at));
      if (at + width > segment.length()) {
        return Optional.empty();
      }
      int b = unescapedByte(segment.substring(at, at + width));
      bytes.put((byte) b);
      at += width;
    }
    return text(bytes.flip()).filter(name -> isNameOf(name, segment));
  }

  private static int width(char first) {
    return switch (first) {
      case '=' -> 3;
      case '+' -> 2;
      default -> 1;
    };
  }

  private static int unescapedByte(String part) {
    return switch (part.length()) {
      case 3 -> Character.digit(part.charAt(1), 16) << 4 | Character.digit(part.charAt(2), 16);
      case 2 -> Character.toUpperCase(part.charAt(1));
      default -> part.charAt(0);
    };
  }

  // There is one way to write each name; anything else was not written by Cairn.
  private static boolean isNameOf(String name, String segment) {
    return !name.isBlank() && escaped(name).equals(segment);
  }

  private static Optional<String> text(ByteBuffer utf8) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer utf8(String name) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name));
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(
          name, "Cannot use a pipeline name: expected text, found half a character in " + name, e);
    }
  }
}
