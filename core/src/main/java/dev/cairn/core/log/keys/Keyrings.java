package dev.cairn.core.log.keys;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.KeyringLine;
import dev.cairn.core.log.entry.MalformedException;
import dev.cairn.core.log.entry.NewerException;
import dev.cairn.core.seal.crypt.Keyring;
import dev.cairn.core.seal.crypt.OpenKeyring;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keyrings in {@code keys/}: a file for each generation, of which the newest counts. Safe for
 * use by many threads.
 */
public final class Keyrings {
  private static final StorageKey FOLDER = new StorageKey("keys");
  private static final Pattern NAME = Pattern.compile("[0-9]{8}\\.json");

  private final Storage storage;

  /** Those of a store. */
  public Keyrings(Storage storage) {
    this.storage = storage;
  }

  /** The newest one, if there is any. */
  public Optional<Keyring> newest() {
    return storage.list(FOLDER).objects().stream()
        .filter(name -> NAME.matcher(name).matches())
        .max(Comparator.naturalOrder())
        .map(name -> read(FOLDER.resolve(name)));
  }

  private Keyring read(StorageKey key) {
    try (StoredObject object =
        storage.get(key).orElseThrow(() -> damaged(key, "a keyring", "none", null))) {
      Keyring ring = KeyringLine.keyring(HashedLine.read(object));
      if (!key(ring.generation()).equals(key)) {
        throw damaged(key, "the generation of its name", "generation " + ring.generation(), null);
      }
      return ring;
    } catch (MalformedException e) {
      throw damaged(key, "a keyring", String.valueOf(e.getMessage()), e);
    } catch (NewerException e) {
      throw new UnsupportedFormatException(
          key.path(),
          "Cannot open the store "
              + storage.name()
              + ": its keyring has "
              + e.getMessage()
              + ", which this Cairn does not know; use the version that wrote it");
    } catch (IOException e) {
      throw StoreException.unavailable(
          key.path(), "Cannot read " + key + " in " + storage.name(), e);
    }
  }

  private DamagedException damaged(
      StorageKey key, String expected, String found, @Nullable Exception e) {
    return new DamagedException(
        key.path(),
        "Cannot open the store "
            + storage.name()
            + ": "
            + key
            + " is damaged, expected "
            + expected
            + ", found "
            + found
            + "; put a copy of it back. Nothing was changed",
        e);
  }

  /** Adds a generation; whether no other process was faster. */
  boolean add(Keyring ring) {
    return storage.putIfAbsent(key(ring.generation()), KeyringLine.line(ring).toPayload());
  }

  private static StorageKey key(int generation) {
    String digits = Integer.toString(generation);
    return FOLDER.resolve("0".repeat(8 - digits.length()) + digits + ".json");
  }

  /**
   * Lets one more secret open the store.
   *
   * @throws StoreException if the first secret is not one of the store's
   */
  public Keyring add(Secret known, NewSlot slot, RandomGenerator random) {
    return followed(opened(known).with(slot, random));
  }

  /**
   * Encrypts by another key what is written from now on, and lets only this secret open the store.
   * What is there stays as it is, and the secret opens it too.
   *
   * @throws StoreException if the first secret is not one of the store's
   */
  public Keyring rotate(Secret known, NewSlot slot, RandomGenerator random) {
    return followed(opened(known).rotated(slot, random));
  }

  private Keyring followed(Keyring next) {
    if (!add(next)) {
      throw StoreException.unavailable(
          storage.name(),
          "Cannot change the keys of the store "
              + storage.name()
              + ": somebody else changed them at the same time; look at them, and try again",
          null);
    }
    return next;
  }

  /**
   * Opens the newest keyring.
   *
   * @throws StoreException if there is none, or the secret is not one of its own
   */
  public OpenKeyring opened(Secret secret) {
    return opened(newest().orElseThrow(this::lost), secret);
  }

  private StoreException lost() {
    return StoreException.rejected(
        storage.name(),
        "Cannot open the store "
            + storage.name()
            + ": it is encrypted and its keyring in keys/ is gone; put a copy of keys/ back",
        null);
  }

  private OpenKeyring opened(Keyring ring, Secret secret) {
    return ring.open(secret)
        .orElseThrow(
            () ->
                StoreException.rejected(
                    storage.name(),
                    "Cannot open the store "
                        + storage.name()
                        + ": the key given ("
                        + secret.origin()
                        + ") is not one of its own; expected "
                        + ring.whoOpens()
                        + ". If it is, the keyring in keys/ was changed",
                    null));
  }
}
