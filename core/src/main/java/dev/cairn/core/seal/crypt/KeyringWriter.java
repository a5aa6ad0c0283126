package dev.cairn.core.seal.crypt;

import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Writes the next generation of a keyring. For one thread. */
final class KeyringWriter {
  private static final int ID_BYTES = 8;

  private final Keyring before;
  private final SecretKey ringKey;
  private final RandomGenerator random;

  /**
   * The writer of what follows a keyring.
   *
   * @param ringKey the key of the next generation
   */
  KeyringWriter(Keyring before, SecretKey ringKey, RandomGenerator random) {
    this.before = before;
    this.ringKey = ringKey;
    this.random = random;
  }

  /** The same keys, which one more secret opens. */
  Keyring with(NewSlot slot) {
    List<Keyring.Slot> slots = new ArrayList<>(before.slots());
    slots.add(slot(slot));
    return next(slots, before.keys(), before.names());
  }

  /**
   * One more key for what is written from now on, and a single slot.
   *
   * @param keys those that there are, the newest last
   */
  Keyring rotated(NewSlot slot, Map<String, byte[]> keys, byte[] names) {
    List<Keyring.WrappedKey> wrapped = new ArrayList<>();
    keys.forEach((id, key) -> wrapped.add(wrapped(id, key)));
    wrapped.add(wrapped(newId(), random(random, Jca.KEY_BYTES)));
    byte[] wrappedNames = StoreKeys.wrap(ringKey, names, before.boundNames(), random);
    return next(List.of(slot(slot)), wrapped, wrappedNames);
  }

  private Keyring.WrappedKey wrapped(String id, byte[] key) {
    byte[] bound = new Keyring.WrappedKey(id, key).bound(before.storeId());
    return new Keyring.WrappedKey(id, StoreKeys.wrap(ringKey, key, bound, random));
  }

  private Keyring.Slot slot(NewSlot slot) {
    Secret secret = slot.secret();
    Keyring.Slot bare =
        new Keyring.Slot(
            newId(),
            secret.kind(),
            slot.label(),
            random(random, SealedForm.SALT_BYTES),
            secret.kind() == Secret.Kind.PASSWORD ? slot.iterations() : 1,
            new byte[0]);
    SecretKey wrapping = secret.wrappingKey(bare.salt(), bare.iterations());
    return bare.with(
        StoreKeys.wrap(wrapping, ringKey.getEncoded(), bare.bound(before.storeId()), random));
  }

  private Keyring next(List<Keyring.Slot> slots, List<Keyring.WrappedKey> keys, byte[] names) {
    Keyring unsigned =
        new Keyring(
            before.generation() + 1,
            before.storeId(),
            before.created(),
            slots,
            keys,
            names,
            new byte[0]);
    return unsigned.with(unsigned.mac(ringKey));
  }

  private String newId() {
    return HexFormat.of().formatHex(random(random, ID_BYTES));
  }

  /** A key that nobody knows yet. */
  static SecretKey newKey(RandomGenerator random) {
    return new SecretKeySpec(random(random, Jca.KEY_BYTES), "AES");
  }

  static byte[] random(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
