package dev.cairn.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Which piece of work: a pipeline and the values that identify one of its runs.
 *
 * @param pipeline the pipeline's name
 * @param text the key in full, as people read it: {@code date=2026-11-23}
 */
public record RunKey(String pipeline, String text) {
  private static final int DIGEST_BYTES = 16;

  /** 128 bits of the SHA-256 of the text, as 32 hexadecimal digits: the key's name in the store. */
  public String digest() {
    byte[] hash = sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGEST_BYTES));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
