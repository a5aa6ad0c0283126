package dev.cairn.testkit.simulation;

import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.storage.Cache;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What the processes of one simulation share.
 *
 * @param network the way to the storage
 * @param layer what stands between each store and the network
 * @param history what the processes were told
 * @param gonePids the processes that are known to be gone
 */
record World(Network network, Layer layer, History history, Set<Long> gonePids) {

  // Hearts do not beat in a simulation, where time is the clocks' own.
  private static final Duration SILENCE = Duration.ofHours(1);

  World(Network network, Layer layer) {
    this(network, layer, new History(), new HashSet<>());
  }

  RunStoreOptions options(long pid, ManualClock clock, SplittableRandom random) {
    return options(clock, random, new Machine(pid, gonePids));
  }

  static RunStoreOptions options(ManualClock clock, SplittableRandom random, Host host) {
    return new RunStoreOptions(
        Compression.none(),
        SILENCE,
        clock,
        clock::nanoTime,
        random,
        host,
        warning -> {},
        Scratch.NONE,
        Deltas.NONE,
        Cache.NONE);
  }

  void gone(long pid) {
    gonePids.add(pid);
  }

  record Machine(long pid, Set<Long> gone) implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("build7", "m", "b", "p", "1000", pid, "77", instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return gone.contains(owner.pid());
    }
  }
}
