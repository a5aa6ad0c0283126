package dev.cairn.testkit.simulation;

import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Processes, a network and a storage, all of whose doings a seed decides. For one thread. */
final class Simulation implements AutoCloseable {
  private static final int LANES = 3;
  private static final long READER = -1;
  private static final int[] FAULTS = {0, 20, 100};

  private static final StorageKey DESCRIPTION = new StorageKey("STORE.json");

  private final Turns turns = new Turns(LANES);
  private final Layer layer;
  private final Payload description;

  /**
   * Of processes that all do the same wrong.
   *
   * @param layer what stands between each store and the network
   */
  Simulation(Layer layer) {
    this.layer = layer;
    MemoryStorage empty = new MemoryStorage();
    RunStore.open(empty, options()).close();
    this.description = Payload.of(bytes(empty));
  }

  /** What goes wrong; nothing where everything is as it should be. */
  List<String> run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemoryStorage storage = new MemoryStorage();
    storage.put(DESCRIPTION, description);
    Network network =
        new Network(storage, turns, random.split(), FAULTS[random.nextInt(FAULTS.length)]);
    World world = new World(network, layer);
    List<Runnable> processes =
        IntStream.range(0, LANES)
            .<Runnable>mapToObj(lane -> new Participant(world, lane, random.split()))
            .toList();
    turns.run(processes, random.split());
    network.deliverAll();
    try (RunStore store = RunStore.openReadOnly(storage, options())) {
      return world.history().broken(store);
    }
  }

  @Override
  public void close() {
    turns.close();
  }

  private static byte[] bytes(MemoryStorage storage) {
    try (StoredObject object = storage.get(DESCRIPTION).orElseThrow()) {
      return object.stream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunStoreOptions options() {
    ManualClock clock = ManualClock.atNoon();
    return World.options(clock, new SplittableRandom(READER), new World.Machine(READER, Set.of()));
  }
}
