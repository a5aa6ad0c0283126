package dev.cairn.core.seal.crypt;

import dev.cairn.core.model.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the Fernet specification, version 0x80: AES-128-CBC, then HMAC-SHA256 of version, time,
 * initialisation vector and ciphertext; all in URL-safe base64. They hold what is exchanged with
 * other programs, as one text in memory. Safe for use by many threads.
 */
public final class Fernet {
  private static final byte VERSION = (byte) 0x80;
  private static final int HALF_BYTES = 16;
  private static final int HEAD_BYTES = 1 + Long.BYTES + HALF_BYTES;
  private static final int MAC_BYTES = 32;

  private final SecretKeySpec signing;
  private final SecretKeySpec encryption;

  /** Tokens by a key of 32 bytes: the first half signs, the second encrypts. */
  Fernet(byte[] key) {
    this.signing = new SecretKeySpec(key, 0, HALF_BYTES, "HmacSHA256");
    this.encryption = new SecretKeySpec(key, HALF_BYTES, HALF_BYTES, "AES");
  }

  /**
   * The token of some bytes.
   *
   * @param now stands in it for everybody to read
   * @param random nobody must be able to guess it
   */
  public Payload token(Payload content, Instant now, RandomGenerator random) {
    byte[] vector = new byte[HALF_BYTES];
    random.nextBytes(vector);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, vector, content.toBytes()).orElseThrow();
    ByteBuffer token = ByteBuffer.allocate(HEAD_BYTES + sealed.length + MAC_BYTES);
    token.put(VERSION).putLong(now.getEpochSecond()).put(vector).put(sealed);
    token.put(mac(token.array(), HEAD_BYTES + sealed.length));
    return Payload.of(Base64.getUrlEncoder().encode(token.array()));
  }

  /** The bytes of a token; empty where it is none, not of this key, or changed. */
  public Optional<Payload> open(Payload text) {
    byte[] token = decoded(text);
    int signed = token.length - MAC_BYTES;
    if (signed < HEAD_BYTES || token[0] != VERSION) {
      return Optional.empty();
    }
    byte[] mac = Arrays.copyOfRange(token, signed, token.length);
    if (!MessageDigest.isEqual(mac(token, signed), mac)) {
      return Optional.empty();
    }
    byte[] vector = Arrays.copyOfRange(token, 1 + Long.BYTES, HEAD_BYTES);
    return crypt(Cipher.DECRYPT_MODE, vector, Arrays.copyOfRange(token, HEAD_BYTES, signed))
        .map(Payload::of);
  }

  private static byte[] decoded(Payload text) {
    try {
      String token = new String(text.toBytes(), StandardCharsets.ISO_8859_1);
      return Base64.getUrlDecoder().decode(token.strip());
    } catch (IllegalArgumentException noBase64) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] token, int length) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(signing);
      mac.update(token, 0, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private Optional<byte[]> crypt(int mode, byte[] vector, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, encryption, new IvParameterSpec(vector));
      return Optional.of(cipher.doFinal(content));
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("every JVM has AES-CBC and HMAC-SHA256", e);
  }
}
