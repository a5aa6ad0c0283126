package dev.cairn.core.engine.programs;

import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.EngineOptions;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.engine.EngineParts;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes the engines and stores of simulated processes; what costs time to make they share. */
final class Workshop {
  private static final Duration SILENCE = Duration.ofHours(1);
  private static final EngineOptions OPTIONS =
      new EngineOptions(
          Duration.ofHours(12),
          false,
          Optional.empty(),
          Optional.empty(),
          ReadBackPolicy.NEW,
          false,
          "memory",
          false);
  private static final StorageKey DESCRIPTION = new StorageKey("STORE.json");

  private final Engines engines;
  private final SnapshotCodec codec = new KryoSnapshotCodec();
  private final StageFrames frames;
  private final GraphWalker walker;
  private final RunStoreOptions usual =
      RunStoreOptions.usual(text -> {}).with(Compression.none()).withSilence(SILENCE);
  private final Payload description;

  Workshop(Engines engines) {
    this.engines = engines;
    Kinds kinds = new Kinds(Access.reflective());
    frames = new StageFrames(kinds);
    walker = new GraphWalker(kinds, 1 << 24, new Random(1));
    description = described();
  }

  /** A store that was made once: opening one more need not try the storage out. */
  private Payload described() {
    Storage storage = new MemoryStorage();
    RunStore.open(storage, options(1)).close();
    try (var object = storage.get(DESCRIPTION).orElseThrow()) {
      return Payload.of(object.stream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MemoryStorage storage() {
    MemoryStorage storage = new MemoryStorage();
    storage.put(DESCRIPTION, description);
    return storage;
  }

  RunStore store(Storage storage, int process) {
    return RunStore.open(storage, options(process));
  }

  Engine engine(RunStore store, CheckpointListener listener) {
    EngineParts parts =
        new EngineParts(
            () -> store, frames, walker, codec, List.of(listener), InstantSource.system());
    return engines.engine(parts, OPTIONS);
  }

  private RunStoreOptions options(int process) {
    return usual.withHost(new Mortal(process));
  }

  /** A process on a machine where each process is gone when the next one starts. */
  private record Mortal(int process) implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("here", "here", "boot", "pids", "me", process, "" + process, instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return owner.pid() < process;
    }
  }
}
