package dev.cairn.it.crash.program;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.EngineOptions;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.engine.EngineParts;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.LinePrinter;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.HaltingStorage;
import dev.cairn.testkit.HaltingStorage.Moment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The product without its agent, on a storage that stops the JVM at one of its calls: {@link
 * Sowing} is run as woven code would run it.
 */
public final class HandMade {
  private static final long STATE_MAX_BYTES = 64L << 20;
  // So no sign of life comes within a minute: on a slow machine it would be one more storage call.
  private static final Duration SILENCE = Duration.ofMinutes(4);

  private HandMade() {}

  /**
   * Arguments: the store, the season, the storage call to stop at, before or after it, and the key
   * of the store, if it has one.
   */
  public static void main(String[] arguments) throws Throwable {
    HaltingStorage storage =
        new HaltingStorage(
            DirectoryStorage.open(Path.of(arguments[0])),
            Integer.parseInt(arguments[2]),
            Moment.valueOf(arguments[3]));
    Optional<Secret> secret =
        Stream.of(arguments).skip(4).map(key -> Secret.key(key, "an argument")).findFirst();
    try (Engine engine = engine(storage, secret)) {
      Sowing.run(new Woven(engine), arguments[1]);
    }
    System.err.println("storage calls: " + storage.calls());
  }

  private static Engine engine(HaltingStorage storage, Optional<Secret> secret) {
    Kinds kinds = new Kinds(Access.best());
    LinePrinter lines = new LinePrinter(System.err, Level.INFO);
    return new Engine(
        new EngineParts(
            store(storage, secret),
            new StageFrames(kinds),
            new GraphWalker(kinds, STATE_MAX_BYTES, new SecureRandom()),
            new KryoSnapshotCodec(),
            List.of(lines),
            InstantSource.system()),
        new EngineOptions(
            Duration.ofHours(1),
            false,
            Optional.empty(),
            Optional.empty(),
            ReadBackPolicy.NEW,
            false,
            "here",
            false));
  }

  private static Supplier<RunStore> store(HaltingStorage storage, Optional<Secret> secret) {
    RunStoreOptions options = RunStoreOptions.usual(System.err::println).withSilence(SILENCE);
    RunStore store = RunStore.open(storage, options, secret);
    return () -> store;
  }
}
