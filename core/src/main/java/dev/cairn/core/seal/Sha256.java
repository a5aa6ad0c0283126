package dev.cairn.core.seal;

import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, the one hash of a store. */
public final class Sha256 {
  /** Bytes of a hash. */
  public static final int BYTES = 32;

  private Sha256() {}

  /** A new digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The hash of a payload. */
  public static Fingerprint of(Payload payload) {
    MessageDigest digest = digest();
    payload.segments().forEach(digest::update);
    return Fingerprint.of(digest.digest());
  }
}
