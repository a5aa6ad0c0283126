package dev.cairn.core.seal.crypt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;

/** A keyring that a secret has opened. Safe for use by many threads. */
public final class OpenKeyring {
  private final Keyring ring;
  private final SecretKey ringKey;

  OpenKeyring(Keyring ring, SecretKey ringKey) {
    this.ring = ring;
    this.ringKey = ringKey;
  }

  /**
   * The first generation of a new store, opened.
   *
   * @param random for keys: nobody must be able to guess it
   */
  public static OpenKeyring create(
      String storeId, String created, NewSlot slot, RandomGenerator random) {
    SecretKey ringKey = KeyringWriter.newKey(random);
    byte[] names = KeyringWriter.random(random, Jca.KEY_BYTES);
    Keyring none = new Keyring(0, storeId, created, List.of(), List.of(), names, new byte[0]);
    Keyring first = new KeyringWriter(none, ringKey, random).rotated(slot, Map.of(), names);
    return new OpenKeyring(first, ringKey);
  }

  /**
   * A slot to be made.
   *
   * @param secret what will open it
   * @param label what people call it
   * @param iterations of the derivation, where it is a password
   */
  public record NewSlot(Secret secret, String label, int iterations) {
    /** With the usual effort. */
    public NewSlot(Secret secret, String label) {
      this(secret, label, Secret.USUAL_ITERATIONS);
    }
  }

  /** As it is stored. */
  public Keyring ring() {
    return ring;
  }

  /** The store's keys. */
  public StoreKeys keys() {
    String active = ring.keys().get(ring.keys().size() - 1).id();
    return new StoreKeys(ring.storeId(), dataKeys(), active, names());
  }

  private Map<String, byte[]> dataKeys() {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (Keyring.WrappedKey key : ring.keys()) {
      keys.put(key.id(), unwrapped(key.wrapped(), key.bound(ring.storeId())));
    }
    return keys;
  }

  private byte[] names() {
    return unwrapped(ring.names(), ring.boundNames());
  }

  private byte[] unwrapped(byte[] wrapped, byte[] bound) {
    return StoreKeys.unwrap(ringKey, wrapped, bound)
        .orElseThrow(() -> new IllegalStateException("the keyring's MAC has proved it whole"));
  }

  /** The next generation, which one more secret opens; nothing else changes. */
  public Keyring with(NewSlot slot, RandomGenerator random) {
    return new KeyringWriter(ring, ringKey, random).with(slot);
  }

  /**
   * The next generation, with one more key for what is written from now on, and another key of the
   * ring itself. Only this secret opens it.
   */
  public Keyring rotated(NewSlot slot, RandomGenerator random) {
    return new KeyringWriter(ring, KeyringWriter.newKey(random), random)
        .rotated(slot, dataKeys(), names());
  }
}
