package dev.cairn.core.seal.crypt;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens a store: a password, or a key of 32 random bytes. Never shown by {@link #toString()}.
 * Safe for use by many threads.
 */
public final class Secret {
  /** Above what OWASP recommends for PBKDF2-HMAC-SHA512 (210,000). */
  public static final int USUAL_ITERATIONS = 250_000;

  /** What claims to have more is not tried. */
  public static final int MOST_ITERATIONS = 10_000_000;

  /** What kind of secret it is, as the keyring calls it. */
  public enum Kind {
    /** A password: a guess at it takes long. */
    PASSWORD,
    /** 32 random bytes: nobody guesses them. */
    KEY
  }

  private final Kind kind;
  private final char[] password;
  private final byte[] key;
  private final String origin;

  private Secret(Kind kind, char[] password, byte[] key, String origin) {
    this.kind = kind;
    this.password = password;
    this.key = key;
    this.origin = origin;
  }

  /**
   * A password.
   *
   * @param origin where it came from, in the words of a user: stands in messages
   */
  public static Secret password(char[] password, String origin) {
    if (password.length == 0) {
      throw new IllegalArgumentException("the password is empty");
    }
    return new Secret(Kind.PASSWORD, password.clone(), new byte[0], origin);
  }

  /**
   * A key as {@code keygen} prints it, which is the form of Fernet's keys: 32 bytes in URL-safe
   * base64. White space around it does not count.
   *
   * @param origin where it came from, in the words of a user: stands in messages
   * @throws IllegalArgumentException if it is none; the message does not show it
   */
  public static Secret key(String text, String origin) {
    byte[] key;
    try {
      key = Base64.getUrlDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // its message would show a character of the key
      throw new IllegalArgumentException("a key is 44 characters of URL-safe base64");
    }
    if (key.length != Jca.KEY_BYTES) {
      throw new IllegalArgumentException("a key is 44 characters of URL-safe base64: 32 bytes");
    }
    return new Secret(Kind.KEY, new char[0], key, origin);
  }

  /**
   * The text of a new key.
   *
   * @param random nobody must be able to guess it
   */
  public static String newKey(RandomGenerator random) {
    byte[] key = new byte[Jca.KEY_BYTES];
    random.nextBytes(key);
    return Base64.getUrlEncoder().encodeToString(key);
  }

  /**
   * What makes and opens Fernet tokens by this key.
   *
   * @throws IllegalStateException if it is a password
   */
  public Fernet fernet() {
    if (kind != Kind.KEY) {
      throw new IllegalStateException("a Fernet token needs a key, not a password");
    }
    return new Fernet(key);
  }

  /** What kind it is. */
  public Kind kind() {
    return kind;
  }

  /** Where it came from. */
  public String origin() {
    return origin;
  }

  /** The key that wraps the keyring's own. */
  SecretKey wrappingKey(byte[] salt, int iterations) {
    byte[] derived =
        kind == Kind.PASSWORD
            ? Jca.pbkdf2(password, salt, iterations)
            : Jca.hkdf(key, salt, "cairn slot");
    SecretKey wrapping = new SecretKeySpec(derived, "AES");
    Arrays.fill(derived, (byte) 0);
    return wrapping;
  }

  @Override
  public String toString() {
    return "a secret from " + origin;
  }
}
