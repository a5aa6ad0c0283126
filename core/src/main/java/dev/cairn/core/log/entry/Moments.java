package dev.cairn.core.log.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads times as {@link Instant#toString} writes them, and any other that {@link Instant#parse}
 * knows: a log is full of them, and in a new process the JDK's parser of patterns took a third of
 * the time in which its entries were read.
 */
final class Moments {
  private static final int LEAST_LENGTH = "2000-01-01T00:00:00Z".length();
  private static final int MOST_LENGTH = "2000-01-01T00:00:00.123456789Z".length();
  private static final String PUNCTUATION = "    -  -  T  :  :  ";
  private static final int NANO_DIGITS = 9;

  private Moments() {}

  /**
   * The moment of a text.
   *
   * @throws DateTimeException if it is none
   */
  static Instant parse(String text) {
    return isPlain(text) ? plain(text) : Instant.parse(text);
  }

  private static boolean isPlain(String text) {
    int length = text.length();
    boolean plain =
        length == LEAST_LENGTH
            || length > LEAST_LENGTH + 1
                && length <= MOST_LENGTH
                && text.charAt(LEAST_LENGTH - 1) == '.';
    for (int at = 0; plain && at < length - 1; at++) {
      plain = at == LEAST_LENGTH - 1 || isAsExpected(text.charAt(at), at);
    }
    // an hour 24 and a second 60 are for others to judge
    return plain && text.charAt(length - 1) == 'Z' && number(text, 11, 13) < 24 && isNoLeap(text);
  }

  private static boolean isAsExpected(char found, int at) {
    char expected = at < PUNCTUATION.length() ? PUNCTUATION.charAt(at) : ' ';
    return expected == ' ' ? found >= '0' && found <= '9' : found == expected;
  }

  private static boolean isNoLeap(String text) {
    return number(text, 17, 19) < 60;
  }

  private static Instant plain(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text))
        .toInstant(ZoneOffset.UTC);
  }

  private static int nanos(String text) {
    int digits = Math.max(0, text.length() - LEAST_LENGTH - 1);
    int nanos = digits == 0 ? 0 : number(text, LEAST_LENGTH, text.length() - 1);
    for (int digit = digits; digit < NANO_DIGITS; digit++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
