package dev.cairn.core.seal.crypt;

import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an opened store: encrypts its objects, each with a key of its own and bound to its
 * place, and names what must not be guessed. Safe for use by many threads.
 */
public final class StoreKeys {
  private static final int NAME_BYTES = 16;

  private final String storeId;
  private final Map<String, byte[]> keys;
  private final String active;
  private final SecretKey names;

  StoreKeys(String storeId, Map<String, byte[]> keys, String active, byte[] names) {
    this.storeId = storeId;
    this.keys = Map.copyOf(keys);
    this.active = active;
    this.names = new SecretKeySpec(names, "HmacSHA256");
  }

  /**
   * The name that a digest has in this store: whoever has not the key cannot confirm a guess by it.
   * Rotation does not change it.
   *
   * @param digest 32 hexadecimal digits
   */
  public String name(String digest) {
    byte[] mac = Jca.hmac(names, "key digest", digest);
    return HexFormat.of().formatHex(Arrays.copyOf(mac, NAME_BYTES));
  }

  /**
   * An object as it is stored.
   *
   * @param place its key in the store: only there it can be read again
   */
  public Payload seal(String place, Payload content, RandomGenerator random) {
    byte[] salt = new byte[SealedForm.SALT_BYTES];
    random.nextBytes(salt);
    byte[] head = SealedForm.head(active, salt);
    return SealedForm.seal(
        objectKey(active, salt).orElseThrow(), head, bound(head, place), content);
  }

  /**
   * The content of a stored object. Reading throws IOException at the first frame that is not what
   * was sealed for this place of this store; nothing of it is handed out before.
   *
   * @param head as it was read
   * @param stored what is behind it; closed with the answer
   * @throws IOException if the key is not {@linkplain #know known}
   */
  public InputStream open(String place, byte[] head, InputStream stored) throws IOException {
    String id = SealedForm.keyId(head);
    SecretKey key =
        objectKey(id, SealedForm.salt(head))
            .orElseThrow(() -> new IOException("its key " + id + " is not in the keyring"));
    return new OpenedStream(stored, key, bound(head, place));
  }

  /**
   * Whether the key of an object is one of these.
   *
   * @throws IOException if it is no head of an encrypted object
   */
  public boolean know(byte[] head) throws IOException {
    return keys.containsKey(SealedForm.keyId(head));
  }

  private Optional<SecretKey> objectKey(String id, byte[] salt) {
    byte[] key = keys.get(id);
    if (key == null) {
      return Optional.empty();
    }
    byte[] derived = Jca.hkdf(key, salt, "cairn object");
    SecretKey objectKey = new SecretKeySpec(derived, "AES");
    Arrays.fill(derived, (byte) 0);
    return Optional.of(objectKey);
  }

  private byte[] bound(byte[] head, String place) {
    return Jca.joined("cairn object", head, storeId, place);
  }

  /** Encrypts what is bound to a name rather than to a place. */
  static byte[] wrap(SecretKey key, byte[] secret, byte[] bound, RandomGenerator random) {
    byte[] nonce = new byte[Jca.NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = Jca.encrypt(key, nonce, bound, List.of(ByteBuffer.wrap(secret)));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  static Optional<byte[]> unwrap(SecretKey key, byte[] wrapped, byte[] bound) {
    if (wrapped.length < Jca.NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(wrapped, Jca.NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(wrapped, Jca.NONCE_BYTES, wrapped.length);
    return Jca.decrypt(key, nonce, bound, sealed, sealed.length);
  }
}
