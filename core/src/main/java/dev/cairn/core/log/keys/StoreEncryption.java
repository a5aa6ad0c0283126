package dev.cairn.core.log.keys;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.seal.crypt.Keyring;
import dev.cairn.core.seal.crypt.OpenKeyring;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.seal.crypt.StoreKeys;
import dev.cairn.core.storage.Storage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opens what is encrypted, and never writes in plain what should be, or the other way round. */
public final class StoreEncryption {
  private static final String FIRST_LABEL = "first";

  private final Storage storage;
  private final Keyrings keyrings;
  private final Optional<Secret> secret;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * What a user's secret, if one is given, opens in a storage.
   *
   * @param clock for people
   * @param random for keys: nobody must be able to guess it
   */
  public StoreEncryption(
      Storage storage, Optional<Secret> secret, InstantSource clock, RandomGenerator random) {
    this.storage = storage;
    this.keyrings = new Keyrings(storage);
    this.secret = secret;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The keys of a store; empty for a plain one.
   *
   * @param encrypted whether its description says so
   * @param storeId which its description has
   * @throws StoreException if the secret does not fit the store
   */
  public Optional<StoreKeys> keys(boolean encrypted, String storeId) {
    if (!encrypted) {
      secret.ifPresent(this::refuseForPlain);
      return Optional.empty();
    }
    OpenKeyring open = keyrings.opened(secret.orElseThrow(this::missing));
    if (!open.ring().storeId().equals(storeId)) {
      throw rejected("its keyring is that of another store; put its own copy of keys/ back");
    }
    return Optional.of(open.keys());
  }

  /**
   * The id of a store that is to be made: an encrypted one has its keyring before anything else.
   *
   * @param fresh the id, unless a process that was making the store, too, has given it another one
   */
  public String newStoreId(String fresh) {
    return secret.map(given -> idWithRing(fresh, given)).orElse(fresh);
  }

  private String idWithRing(String storeId, Secret given) {
    if (!settle()) {
      String now = clock.instant().toString();
      NewSlot slot = new NewSlot(given, FIRST_LABEL);
      keyrings.add(OpenKeyring.create(storeId, now, slot, random).ring());
    }
    return keyrings.opened(given).ring().storeId();
  }

  /**
   * Makes the newest keyring durable, before anything is encrypted by its keys: whoever put it
   * there may have died before it was.
   *
   * @return whether there is one
   */
  public boolean settle() {
    Optional<Keyring> newest = keyrings.newest();
    newest.ifPresent(keyrings::add);
    return newest.isPresent();
  }

  /** The same storage, whose objects are encrypted. */
  public Storage encrypted(StoreKeys keys) {
    return new EncryptedStorage(storage, keys, () -> newest(keys), random);
  }

  private StoreKeys newest(StoreKeys before) {
    return keyrings
        .newest()
        .flatMap(ring -> secret.flatMap(ring::open))
        .map(OpenKeyring::keys)
        .orElse(before);
  }

  /** Whether a store that is to be made is encrypted. */
  public boolean wanted() {
    return secret.isPresent();
  }

  private void refuseForPlain(Secret given) {
    throw rejected(
        "a key is given ("
            + given.origin()
            + "), but the store is not encrypted; leave the key out, or name a new store, which will"
            + " be");
  }

  private StoreException missing() {
    return rejected(
        "it is encrypted and no key is given; give the one that it was made with, by"
            + " cairn.key.file, cairn.key.variable, cairn.password.file or"
            + " cairn.password.variable");
  }

  private StoreException rejected(String why) {
    return StoreException.rejected(
        storage.name(), "Cannot open the store " + storage.name() + ": " + why, null);
  }
}
