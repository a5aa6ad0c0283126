package dev.cairn.testkit.tampering;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.core.log.entry.HashedLine;

/** Small objects as text, whose hash anybody can make. */
final class HashedText {
  private HashedText() {}

  static String line(byte[] object) {
    return new String(object, US_ASCII).lines().findFirst().orElse("");
  }

  static byte[] of(String line) {
    return HashedLine.of(line.getBytes(US_ASCII)).toPayload().toBytes();
  }
}
