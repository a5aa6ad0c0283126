package dev.cairn.core.seal.crypt;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a store as they are kept: wrapped by the ring's own key, which each slot wraps by one
 * secret. A value; never changed, but followed by the next generation. Nothing in it is secret.
 *
 * @param generation counts from 1
 * @param storeId whose keys
 * @param created when, for people
 * @param slots who can open it
 * @param keys the keys of objects, the newest last
 * @param names the wrapped key of names
 * @param mac of all of that, by the ring's key
 */
public record Keyring(
    int generation,
    String storeId,
    String created,
    List<Slot> slots,
    List<WrappedKey> keys,
    byte[] names,
    byte[] mac) {

  /**
   * One way to open the ring.
   *
   * @param id unique in the ring
   * @param kind of the secret
   * @param label what people call it
   * @param salt of the derivation
   * @param iterations of the derivation; 1 for a key
   * @param wrapped the ring's key
   */
  public record Slot(
      String id, Secret.Kind kind, String label, byte[] salt, int iterations, byte[] wrapped) {
    Slot with(byte[] otherWrapped) {
      return new Slot(id, kind, label, salt, iterations, otherWrapped);
    }

    byte[] bound(String storeId) {
      return Jca.joined("cairn slot", storeId, id, kind, label, salt, iterations);
    }
  }

  /** A key of objects. */
  public record WrappedKey(String id, byte[] wrapped) {
    byte[] bound(String storeId) {
      return Jca.joined("cairn data key", storeId, id);
    }
  }

  /** Opens it by the first slot that fits; empty where none does, or the ring was changed. */
  public Optional<OpenKeyring> open(Secret secret) {
    return slots.stream()
        .filter(slot -> slot.kind() == secret.kind())
        .map(slot -> ringKey(slot, secret))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(this::isUnchanged)
        .map(key -> new OpenKeyring(this, key));
  }

  private Optional<SecretKey> ringKey(Slot slot, Secret secret) {
    SecretKey wrapping = secret.wrappingKey(slot.salt(), slot.iterations());
    return StoreKeys.unwrap(wrapping, slot.wrapped(), slot.bound(storeId)).map(Keyring::key);
  }

  private static SecretKey key(byte[] bytes) {
    SecretKey key = new SecretKeySpec(bytes, "AES");
    Arrays.fill(bytes, (byte) 0);
    return key;
  }

  private boolean isUnchanged(SecretKey ringKey) {
    return MessageDigest.isEqual(mac, mac(ringKey));
  }

  Keyring with(byte[] otherMac) {
    return new Keyring(generation, storeId, created, slots, keys, names, otherMac);
  }

  byte[] boundNames() {
    return Jca.joined("cairn names", storeId);
  }

  byte[] mac(SecretKey ringKey) {
    byte[] all =
        Jca.joined("cairn keyring", generation, storeId, created, slotBytes(), keyBytes(), names);
    return Jca.hmac(new SecretKeySpec(ringKey.getEncoded(), "HmacSHA256"), all);
  }

  private byte[] slotBytes() {
    return Jca.joined(
        slots.stream().map(slot -> Jca.joined(slot.bound(storeId), slot.wrapped())).toArray());
  }

  private byte[] keyBytes() {
    return Jca.joined(
        keys.stream().map(key -> Jca.joined(key.bound(storeId), key.wrapped())).toArray());
  }

  /** Who can open it, for messages. */
  public String whoOpens() {
    return slots.stream()
        .map(slot -> slot.kind().name().toLowerCase(Locale.ROOT) + " \"" + slot.label() + "\"")
        .collect(Collectors.joining(", "));
  }
}
