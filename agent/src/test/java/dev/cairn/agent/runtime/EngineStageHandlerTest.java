package dev.cairn.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.agent.program.JvmEnd;
import dev.cairn.agent.weave.Weave;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.EngineOptions;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.engine.EngineParts;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.EventLines;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong behind the bridge stays there, but for what the application is meant to know. */
class EngineStageHandlerTest {
  private static final long MOST_STATE_BYTES = 1 << 20;

  @TempDir Path directory;

  private final List<String> warnings = new ArrayList<>();
  private final Weave weave = new Weave();
  private boolean clockIsBroken;
  private int storesAskedFor;
  private Callable<?> program = () -> "";

  @BeforeEach
  void weaveProgram() throws ReflectiveOperationException {
    program = (Callable<?>) weave.load(Program.class).getConstructor().newInstance();
  }

  @AfterEach
  void leaveTheBridge() {
    TestBridge.get().bypass();
  }

  @Test
  void aFailureAtEntryRunsTheBodyAndIsTold() throws Exception {
    install(failing(new IllegalStateException("bug")));

    assertThat(program.call()).isEqualTo("worked");
    assertThat(told("internal error"))
        .singleElement()
        .asString()
        .contains("deciding on a call in " + Program.class.getName(), "bug");
  }

  @Test
  void afterManyFailuresTheEngineIsAskedNoMore() throws Exception {
    install(failing(new IllegalStateException("bug")));

    for (int i = 0; i < Engine.MOST_FAILURES + 3; i++) {
      assertThat(program.call()).isEqualTo("worked");
    }

    assertThat(storesAskedFor).isEqualTo(Engine.MOST_FAILURES);
    assertThat(told("SWITCHED OFF")).hasSize(1);
  }

  @Test
  void whatTheApplicationMustKnowReachesItAsItsOwnException() {
    install(failing(new FencedException("run", "taken over")));

    assertThatThrownBy(program::call)
        .isInstanceOf(dev.cairn.FencedException.class)
        .hasMessage("taken over");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aFailureAtExitLeavesTheResultAndIsTold() throws Exception {
    install(
        () -> {
          RunStore store =
              RunStore.open(DirectoryStorage.open(directory), RunStoreOptions.usual(warnings::add));
          clockIsBroken = true;
          return store;
        });

    assertThat(program.call()).isEqualTo("worked");
    assertThat(told("the clock is broken")).isNotEmpty();
  }

  private List<String> told(String part) {
    return warnings.stream().filter(text -> text.contains(part)).toList();
  }

  private Supplier<RunStore> failing(RuntimeException failure) {
    return () -> {
      storesAskedFor++;
      throw failure;
    };
  }

  private void install(Supplier<RunStore> store) {
    Kinds kinds = new Kinds(Access.reflective());
    EngineParts parts =
        new EngineParts(
            store,
            new StageFrames(kinds),
            new GraphWalker(kinds, MOST_STATE_BYTES, new SecureRandom()),
            new KryoSnapshotCodec(),
            List.of(this::listen),
            clock());
    EngineOptions options =
        new EngineOptions(
            Duration.ofHours(1),
            false,
            Optional.empty(),
            Optional.empty(),
            ReadBackPolicy.NEVER,
            false,
            "store",
            false);
    JvmEnd end = new JvmEnd(Thread.currentThread(), () -> {});
    Engine engine = new Engine(parts, options);
    TestBridge.get().install(new EngineStageHandler(weave.methods(), engine, end));
  }

  private void listen(CairnEvent event) {
    if (event.level() == CairnEvent.Level.WARN) {
      warnings.add(EventLines.line(event));
    }
  }

  private InstantSource clock() {
    return () -> {
      if (clockIsBroken) {
        throw new IllegalStateException("the clock is broken");
      }
      return Instant.EPOCH;
    };
  }

  /** A pipeline of one stage. */
  public static final class Program implements Callable<String> {
    @Override
    @Pipeline
    public String call() {
      return work();
    }

    @Checkpointed
    private static String work() {
      return "worked";
    }
  }
}
