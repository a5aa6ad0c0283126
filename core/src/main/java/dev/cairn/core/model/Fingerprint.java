package dev.cairn.core.model;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A SHA-256 in lower-case hexadecimal: of a call's inputs, of a stage's code, of a payload.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final int HEX_DIGITS = 64;
  private static final int SHORT_DIGITS = 8;

  public Fingerprint {
    if (hex.length() != HEX_DIGITS || !isLowerCaseHex(hex)) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits, not: " + hex);
    }
  }

  // A store's list holds a dozen of these for each checkpoint: this is no place for a stream.
  private static boolean isLowerCaseHex(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Wraps the 32 bytes of a SHA-256. */
  public static Fingerprint of(byte[] sha256) {
    return new Fingerprint(HexFormat.of().formatHex(sha256));
  }

  /** One that equals no other: it stands for what cannot be compared. */
  public static Fingerprint unique(RandomGenerator random) {
    byte[] bytes = new byte[HEX_DIGITS / 2];
    random.nextBytes(bytes);
    return of(bytes);
  }

  /** The first eight digits: enough for people. */
  public String brief() {
    return hex.substring(0, SHORT_DIGITS);
  }
}
