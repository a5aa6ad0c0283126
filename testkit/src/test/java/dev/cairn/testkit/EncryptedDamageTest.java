package dev.cairn.testkit;

import dev.cairn.core.seal.crypt.Secret;
import java.util.Optional;

class EncryptedDamageTest extends DamageSweep {
  private final Secret key = Calls.key(1);

  @Override
  Optional<Secret> secret() {
    return Optional.of(key);
  }
}
