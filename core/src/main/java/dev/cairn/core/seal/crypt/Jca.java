package dev.cairn.core.seal.crypt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms of the JDK that encryption rests on. Every JVM has them. */
final class Jca {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  // The JDK's AES becomes fast once its inner loop was called often enough: small steps, many
  // calls.
  private static final int STEP_BYTES = 8 * 1024;

  private Jca() {}

  /** HMAC-SHA256 of some texts, each with its length. */
  static byte[] hmac(SecretKey key, Object... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (Object part : parts) {
        mac.update(framed(part));
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** Texts and bytes as one array from which each could be told again. */
  static byte[] joined(Object... parts) {
    byte[][] framed = Arrays.stream(parts).map(Jca::framed).toArray(byte[][]::new);
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(framed).mapToInt(part -> part.length).sum());
    Arrays.stream(framed).forEach(all::put);
    return all.array();
  }

  private static byte[] framed(Object part) {
    byte[] bytes =
        part instanceof byte[] given
            ? given
            : String.valueOf(part).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  /** HKDF-SHA256 (RFC 5869) for one block of output. */
  static byte[] hkdf(byte[] secret, byte[] salt, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt.length == 0 ? new byte[KEY_BYTES] : salt, "HmacSHA256"));
      byte[] extracted = mac.doFinal(secret);
      mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
      Arrays.fill(extracted, (byte) 0);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 1);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** PBKDF2-HMAC-SHA512. */
  static byte[] pbkdf2(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, KEY_BYTES * Byte.SIZE);
    try {
      return derived(spec);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] derived(KeySpec spec) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** AES-256-GCM of one text; the tag stands at the end. */
  static byte[] encrypt(SecretKey key, byte[] nonce, byte[] bound, Iterable<ByteBuffer> plain) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound);
      int size = 0;
      for (ByteBuffer part : plain) {
        size += part.remaining();
      }
      ByteBuffer out = ByteBuffer.allocate(size + TAG_BYTES);
      for (ByteBuffer part : plain) {
        ByteBuffer rest = part.duplicate();
        while (rest.hasRemaining()) {
          int length = Math.min(STEP_BYTES, rest.remaining());
          cipher.update(rest.slice(rest.position(), length), out);
          rest.position(rest.position() + length);
        }
      }
      cipher.doFinal(ByteBuffer.allocate(0), out);
      return out.array();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** The text again, or empty where key, nonce, what it is bound to or any byte differs. */
  static Optional<byte[]> decrypt(
      SecretKey key, byte[] nonce, byte[] bound, byte[] sealed, int length) {
    if (length < TAG_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed, 0, length));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  private static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("every JVM has AES-GCM, HMAC and PBKDF2", e);
  }
}
