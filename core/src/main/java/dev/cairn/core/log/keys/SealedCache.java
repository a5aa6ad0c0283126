package dev.cairn.core.log.keys;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.SealedForm;
import dev.cairn.core.seal.crypt.StoreKeys;
import dev.cairn.core.storage.Cache;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A cache of an encrypted store: what another one keeps for it is encrypted as its objects are. */
public final class SealedCache implements Cache {
  private static final String PLACE = "cache/";

  private final Cache cache;
  private final StoreKeys keys;
  private final RandomGenerator random;

  /** Encrypts what comes to a cache. */
  public SealedCache(Cache cache, StoreKeys keys, RandomGenerator random) {
    this.cache = cache;
    this.keys = keys;
    this.random = random;
  }

  @Override
  public Optional<Payload> read(String name) {
    return cache.read(name).flatMap(kept -> opened(name, kept));
  }

  private Optional<Payload> opened(String name, Payload sealed) {
    InputStream stored = sealed.open();
    try (InputStream content = keys.open(PLACE + name, SealedForm.readHead(stored), stored)) {
      return Optional.of(Payload.of(content.readAllBytes()));
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, Payload content) {
    cache.write(name, keys.seal(PLACE + name, content, random));
  }
}
