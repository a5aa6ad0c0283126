package dev.cairn.core.engine;

import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.Progress;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.MemoryStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/** An engine on a store in memory, with a pipeline of two stages to play with. */
abstract class EngineHarness {
  static final EngineOptions USUAL =
      new EngineOptions(
          Duration.ofHours(12),
          false,
          Optional.empty(),
          Optional.empty(),
          ReadBackPolicy.ALWAYS,
          false,
          "memory",
          false);
  static final PipelineDefinition NIGHTLY = Woven.pipeline("nightly", OnComplete.START_NEW, "date");
  static final StageDefinition PARSE = Woven.stage("parse", "ctx");
  static final StageDefinition LINK = Woven.stage("link", "ctx");

  final Storage storage = new MemoryStorage();
  final List<CairnEvent> events = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  final List<Finished> finished = new CopyOnWriteArrayList<>();
  final AtomicInteger executed = new AtomicInteger();

  /** Ordinary mutable state. */
  static final class Context {
    final List<String> lines = new ArrayList<>();
    int total;
  }

  /** Stages that assign fields of their own object. */
  @SuppressWarnings("unused") // the walk reads them
  static final class Counter {
    private int left;
    private int right;

    void left() {
      left++;
    }

    void right() {
      right++;
    }
  }

  /** Keeps what it is told; of long work what was done of how much, once that is over. */
  private final class Audience implements CheckpointListener, Progress {
    @Override
    public void on(CairnEvent event) {
      events.add(event);
    }

    @Override
    public Work begin(Task task) {
      AtomicLong done = new AtomicLong();
      return new Work() {
        @Override
        public void advance(long by) {
          done.addAndGet(by);
        }

        @Override
        public void now(String what) {}

        @Override
        public void close() {
          finished.add(new Finished(task, done.get()));
        }
      };
    }
  }

  record Finished(Task task, long done) {}

  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Woven process() {
    return process(USUAL, storage);
  }

  Woven process(EngineOptions options, Storage on) {
    return process(options, on, new KryoSnapshotCodec());
  }

  Woven process(EngineOptions options, Storage on, SnapshotCodec codec) {
    return new Woven(new Engine(parts(on, codec), options));
  }

  EngineParts parts(Storage on, SnapshotCodec codec) {
    RunStore store = store(on);
    Kinds kinds = new Kinds(Access.reflective());
    return new EngineParts(
        () -> store,
        new StageFrames(kinds),
        new GraphWalker(kinds, 1 << 28, new Random(1)),
        codec,
        List.of(new Audience()),
        InstantSource.system());
  }

  RunStore store(Storage on) {
    RunStore store =
        RunStore.open(on, RunStoreOptions.usual(text -> {}).withSilence(Duration.ofSeconds(1)));
    open.add(store);
    return store;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  List<String> restoredStages() {
    return events.stream()
        .filter(CallRestored.class::isInstance)
        .map(event -> ((CallRestored) event).checkpoint().call().path().toString())
        .toList();
  }

  List<String> reasons() {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).reason())
        .toList();
  }

  List<String> unprotected() {
    return events.stream()
        .filter(CallUnprotected.class::isInstance)
        .map(event -> ((CallUnprotected) event).reason())
        .toList();
  }

  /** Two stages on one context; the second may fail. */
  Callable<Context> twoStages(Woven woven, boolean failing) {
    return () -> {
      Context context = new Context();
      woven.stage(PARSE, () -> parse(context), context);
      woven.stage(
          LINK,
          () -> {
            link(context);
            if (failing) {
              throw new Broken();
            }
          },
          context);
      return context;
    };
  }

  void parse(Context context) {
    executed.incrementAndGet();
    context.lines.add("parsed");
    context.total += 1;
  }

  void link(Context context) {
    executed.incrementAndGet();
    context.lines.add("linked");
    context.total *= 10;
  }
}
