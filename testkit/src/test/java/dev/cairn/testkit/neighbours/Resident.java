package dev.cairn.testkit.neighbours;

import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.ManualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A process of this machine.
 *
 * @param pid its number
 * @param rude whether it takes all others for dead
 * @param secret opens the store
 */
record Resident(int pid, boolean rude, Optional<Secret> secret) {
  private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);

  RunStore open(Storage storage) {
    return RunStore.open(storage, options(), secret);
  }

  private RunStoreOptions options() {
    ManualClock clock = ManualClock.atNoon();
    return new RunStoreOptions(
        Compression.none(),
        LONGER_THAN_ANY_TEST,
        clock,
        clock::nanoTime,
        new Random(pid),
        new OneHost(),
        warning -> {},
        Scratch.NONE,
        Deltas.usual(1L << 30),
        Cache.NONE);
  }

  private final class OneHost implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("build7", "m", "b", "p", "1000", pid, "77", instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return rude && owner.pid() != pid;
    }
  }
}
