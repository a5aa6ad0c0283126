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
    if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits, not: " + hex);
    }
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
