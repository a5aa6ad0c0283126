package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.Kinds;
import dev.cairn.core.graph.StageFrames;
import dev.cairn.core.graph.kind.Access;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.Retries;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage;
import dev.cairn.testkit.FaultyStorage.Fault;
import dev.cairn.testkit.MemoryStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final EngineOptions USUAL =
      new EngineOptions(
          Duration.ofHours(12),
          false,
          Optional.empty(),
          Optional.empty(),
          ReadBackPolicy.ALWAYS,
          false,
          "memory");
  private static final PipelineDefinition NIGHTLY =
      Woven.pipeline("nightly", OnComplete.START_NEW, "date");
  private static final StageDefinition PARSE = Woven.stage("parse", "ctx");
  private static final StageDefinition LINK = Woven.stage("link", "ctx");

  private final Storage storage = new MemoryStorage();
  private final List<CairnEvent> events = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final AtomicInteger executed = new AtomicInteger();

  /** Ordinary mutable state. */
  static final class Context {
    final List<String> lines = new ArrayList<>();
    int total;
  }

  /** Stages that assign fields of their own object. */
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

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Woven process() {
    return process(USUAL, storage);
  }

  private Woven process(EngineOptions options, Storage on) {
    RunStore store = store(on);
    Kinds kinds = new Kinds(Access.reflective());
    EngineParts parts =
        new EngineParts(
            () -> store,
            new StageFrames(kinds),
            new GraphWalker(kinds, 1 << 28, new Random(1)),
            new KryoSnapshotCodec(),
            List.of(events::add),
            InstantSource.system());
    return new Woven(new Engine(parts, options));
  }

  private RunStore store(Storage on) {
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

  private List<String> restoredStages() {
    return events.stream()
        .filter(CallRestored.class::isInstance)
        .map(event -> ((CallRestored) event).checkpoint().call().path().toString())
        .toList();
  }

  private List<String> reasons() {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).reason())
        .toList();
  }

  private List<String> unprotected() {
    return events.stream()
        .filter(CallUnprotected.class::isInstance)
        .map(event -> ((CallUnprotected) event).reason())
        .toList();
  }

  /** Two stages on one context; the second may fail. */
  private Callable<Context> twoStages(Woven woven, boolean failing) {
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

  private void parse(Context context) {
    executed.incrementAndGet();
    context.lines.add("parsed");
    context.total += 1;
  }

  private void link(Context context) {
    executed.incrementAndGet();
    context.lines.add("linked");
    context.total *= 10;
  }

  @Test
  void givesTheSameResultAfterAFailureAndSkipsWhatWasFinished() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, twoStages(first, true), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    Context result = second.pipeline(NIGHTLY, twoStages(second, false), "2026");

    assertThat(result.lines).containsExactly("parsed", "linked");
    assertThat(result.total).isEqualTo(10);
    assertThat(executed).hasValue(3);
    assertThat(restoredStages()).containsExactly("parse");
  }

  @Test
  void startsAnewAfterACompleteRun() {
    Woven woven = process();
    woven.pipeline(NIGHTLY, twoStages(woven, false), "2026");

    woven.pipeline(NIGHTLY, twoStages(woven, false), "2026");

    assertThat(executed).hasValue(4);
    assertThat(events.stream().filter(RunOpened.class::isInstance))
        .extracting(event -> ((RunOpened) event).run().generation())
        .containsExactly(1, 2);
  }

  @Test
  void returnsTheResultOfACompleteRunWhereThatIsAskedFor() {
    PipelineDefinition once = Woven.pipeline("once", OnComplete.RETURN_RESULT, "date");
    Woven woven = process();
    woven.pipeline(once, twoStages(woven, false), "2026");

    Context again = woven.pipeline(once, twoStages(woven, false), "2026");

    assertThat(again.lines).containsExactly("parsed", "linked");
    assertThat(executed).hasValue(2);
  }

  @Test
  void keepsRunsOfDifferentKeysApart() {
    Woven woven = process();
    assertThatThrownBy(() -> woven.pipeline(NIGHTLY, twoStages(woven, true), "2026"))
        .isInstanceOf(Broken.class);

    woven.pipeline(NIGHTLY, twoStages(woven, false), "2027");

    assertThat(restoredStages()).isEmpty();
  }

  @Test
  void startsAfreshWhereThatIsAskedFor() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, twoStages(first, true), "2026"))
        .isInstanceOf(Broken.class);
    EngineOptions fresh =
        new EngineOptions(
            Duration.ofHours(12),
            true,
            Optional.empty(),
            Optional.empty(),
            ReadBackPolicy.ALWAYS,
            false,
            "memory");
    Woven second = process(fresh, storage);

    second.pipeline(NIGHTLY, twoStages(second, false), "2026");

    assertThat(restoredStages()).isEmpty();
  }

  @Nested
  class Matching {
    @Test
    void saysWhichPartOfTheInputsDiffers() {
      Woven first = process();
      assertThatThrownBy(() -> first.pipeline(NIGHTLY, withTotal(first, 1), "2026"))
          .isInstanceOf(Broken.class);
      Woven second = process();

      assertThatThrownBy(() -> second.pipeline(NIGHTLY, withTotal(second, 2), "2026"))
          .isInstanceOf(Broken.class);

      assertThat(reasons()).containsExactly("first attempt", "inputs differ: ctx.total");
    }

    private Callable<Object> withTotal(Woven woven, int total) {
      return () -> {
        Context context = new Context();
        context.total = total;
        woven.stage(PARSE, () -> parse(context), context);
        throw new Broken();
      };
    }

    @Test
    void runsAStageAgainWhoseCodeChangedAndVoidsWhatCameAfter() {
      Woven first = process();
      runVersion(first, "1");
      Woven second = process();

      runVersion(second, "2");

      assertThat(restoredStages()).isEmpty();
      assertThat(reasons())
          .containsExactly(
              "first attempt",
              "first attempt",
              "its code changed",
              "an earlier call ran anew, so its record no longer counts");
    }

    private void runVersion(Woven woven, String version) {
      StageDefinition stage =
          Woven.stage("parse", Woven.version(version, CodeChangePolicy.RERUN), "x");
      assertThatThrownBy(
              () ->
                  woven.pipeline(
                      NIGHTLY,
                      () -> {
                        woven.stage(stage, executed::incrementAndGet, 1);
                        woven.stage(Woven.stage("link", "x"), executed::incrementAndGet, 2);
                        throw new Broken();
                      },
                      "2026"))
          .isInstanceOf(Broken.class);
    }

    @Test
    void failsWhereTheUserAskedForThatOnChangedCode() {
      Woven first = process();
      runFailing(first, "1");
      Woven second = process();

      assertThatThrownBy(() -> second.pipeline(NIGHTLY, once(second, "2"), "2026"))
          .isInstanceOf(RestoreException.class)
          .hasMessageContaining("parse")
          .hasMessageContaining("cairn.fresh");
    }

    private void runFailing(Woven woven, String version) {
      assertThatThrownBy(
              () ->
                  woven.pipeline(
                      NIGHTLY,
                      () -> {
                        once(woven, version).call();
                        throw new Broken();
                      },
                      "2026"))
          .isInstanceOf(Broken.class);
    }

    private Callable<Object> once(Woven woven, String version) {
      return () ->
          woven.stage(
              Woven.stage("parse", Woven.version(version, CodeChangePolicy.FAIL), "x"),
              executed::incrementAndGet,
              1);
    }

    @Test
    void restoresTheFinishedChildrenOfAnUnfinishedStage() {
      Woven first = process();
      assertThatThrownBy(() -> first.pipeline(NIGHTLY, nested(first, true), "2026"))
          .isInstanceOf(Broken.class);
      Woven second = process();

      Context result = second.pipeline(NIGHTLY, nested(second, false), "2026");

      assertThat(restoredStages()).containsExactly("outer > parse");
      assertThat(result.lines).containsExactly("outer", "parsed", "done");
    }

    private Callable<Context> nested(Woven woven, boolean failing) {
      return () -> {
        Context context = new Context();
        woven.stage(
            Woven.stage("outer", "ctx"),
            () -> {
              context.lines.add("outer");
              woven.stage(PARSE, () -> parse(context), context);
              if (failing) {
                throw new Broken();
              }
              context.lines.add("done");
            },
            context);
        return context;
      };
    }

    @Test
    void restoresEqualCallsOneByOne() {
      Woven first = process();
      assertThatThrownBy(() -> first.pipeline(NIGHTLY, draws(first, 2), "2026"))
          .isInstanceOf(Broken.class);
      Woven second = process();

      assertThatThrownBy(() -> second.pipeline(NIGHTLY, draws(second, 3), "2026"))
          .isInstanceOf(Broken.class);

      assertThat(restoredStages()).containsExactly("draw", "draw");
      assertThat(drawn).containsExactly(1, 2, 1, 2, 3);
    }

    private final List<Integer> drawn = new ArrayList<>();

    private Callable<Object> draws(Woven woven, int times) {
      return () -> {
        for (int i = 0; i < times; i++) {
          drawn.add(woven.stage(Woven.stage("draw", "x"), executed::incrementAndGet, "same"));
        }
        throw new Broken();
      };
    }

    @Test
    void matchesByKeyWhereTheRestOfTheInputsDiffersWithoutHavingBeenChanged() {
      Woven first = process();
      assertThatThrownBy(() -> first.pipeline(NIGHTLY, keyed(first, 1, 7), "2026"))
          .isInstanceOf(Broken.class);
      Woven second = process();

      assertThatThrownBy(() -> second.pipeline(NIGHTLY, keyed(second, 2, 7), "2026"))
          .isInstanceOf(Broken.class);

      assertThat(restoredStages()).containsExactly("keyed");
    }

    @Test
    void executesAKeyedCallWhoseChangedObjectBeganDifferently() {
      Woven first = process();
      assertThatThrownBy(() -> first.pipeline(NIGHTLY, keyed(first, 1, 7), "2026"))
          .isInstanceOf(Broken.class);
      Woven second = process();

      assertThatThrownBy(() -> second.pipeline(NIGHTLY, keyed(second, 1, 8), "2026"))
          .isInstanceOf(Broken.class);

      assertThat(restoredStages()).isEmpty();
    }

    /** A stage with a key that changes its second context and only reads its first. */
    private Callable<Object> keyed(Woven woven, int read, int changed) {
      StageDefinition stage =
          new StageDefinition(
              PARSE.id(),
              "keyed",
              List.of(
                  new Parameter("id", true, false, false),
                  Parameter.plain("in"),
                  Parameter.plain("out")),
              StagePolicy.DEFAULT);
      return () -> {
        Context in = new Context();
        in.total = read;
        Context out = new Context();
        out.total = changed;
        woven.stage(stage, () -> out.total++, "doc-1", in, out);
        assertThat(out.total).isEqualTo(changed + 1);
        throw new Broken();
      };
    }
  }

  @Nested
  class Failures {
    @Test
    void leavesTheObjectsOfAStageThatThrowsAsItLeftThem() {
      Woven woven = process();
      Context context = new Context();

      assertThatThrownBy(
              () -> woven.pipeline(NIGHTLY, () -> failing(woven, PARSE, context), "2026"))
          .isInstanceOf(Broken.class);

      assertThat(context.lines).containsExactly("parsed");
    }

    private Object failing(Woven woven, StageDefinition stage, Context context) {
      woven.stage(
          stage,
          () -> {
            parse(context);
            throw new Broken();
          },
          context);
      return context;
    }

    @Test
    void putsTheInputsBackBeforeEachFurtherTry() {
      StagePolicy twice =
          new StagePolicy(
              CodeChangePolicy.RERUN, "", false, false, new Retries(2, Duration.ofMillis(1)));
      Woven woven = process();
      Context context = new Context();

      assertThatThrownBy(
              () ->
                  woven.pipeline(
                      NIGHTLY,
                      () -> failing(woven, Woven.stage("parse", twice, "ctx"), context),
                      "2026"))
          .isInstanceOf(Broken.class);

      assertThat(executed).hasValue(3);
      assertThat(context.lines).isEmpty();
      assertThat(context.total).isZero();
    }

    @Test
    void keepsTheResultOfAStageWhoseSaveFails() {
      store(storage);
      Woven woven = process(USUAL, FaultyStorage.failingFrom(storage, Fault.REFUSED, 12));
      Context context = new Context();

      woven.pipeline(
          NIGHTLY,
          () -> {
            for (int i = 0; i < 5; i++) {
              woven.stage(PARSE, () -> parse(context), context);
            }
            return context;
          },
          "2026");

      assertThat(context.total).isEqualTo(5);
      assertThat(unprotected()).isNotEmpty();
    }

    @Test
    void stopsBeforeTheNextBodyWhereTheRunWasTakenOver() {
      Woven first = process(USUAL, new MuteStorage(storage));
      Callable<Object> body =
          () -> {
            Context context = new Context();
            first.stage(PARSE, () -> parse(context), context);
            takeOver();
            first.stage(LINK, () -> link(context), context);
            first.stage(PARSE, () -> parse(context), context);
            return context;
          };

      assertThatThrownBy(() -> first.pipeline(NIGHTLY, body, "2026"))
          .isInstanceOf(FencedException.class);

      assertThat(executed).hasValue(2);
    }

    /** Another process claims the run: this one's heartbeat has stopped reaching the store. */
    private void takeOver() {
      RunStore other = store(storage);
      Claim claim;
      long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      do {
        RunHistory history = other.find(other.runs().get(0)).orElseThrow();
        claim = other.claim(history);
        assertThat(System.nanoTime()).isLessThan(limit);
      } while (!(claim instanceof Claim.Claimed));
    }

    @Test
    void doesNotRobALiveOwner() {
      Woven first = process();
      Woven second = process();

      assertThatThrownBy(
              () ->
                  first.pipeline(
                      NIGHTLY,
                      () -> second.pipeline(NIGHTLY, twoStages(second, false), "2026"),
                      "2026"))
          .isInstanceOf(RunInProgressException.class)
          .hasMessageContaining("in progress");
    }
  }

  @Nested
  class Overlaps {
    @Test
    void commitsNeitherOfTwoOpenCallsThatShareAChangedObject() {
      Woven woven = process();
      Context shared = new Context();

      woven.pipeline(
          NIGHTLY,
          () -> {
            overlapping(woven, () -> shared.lines.add("a"), () -> shared.total++, shared);
            return null;
          },
          "2026");

      assertThat(unprotected()).hasSize(2).allMatch(reason -> reason.contains("ctx"));
      assertThat(reasons()).isEmpty();
    }

    @Test
    void commitsBothOfTwoOpenCallsThatOnlyReadASharedObject() {
      Woven woven = process();
      Context shared = new Context();

      woven.pipeline(
          NIGHTLY,
          () -> {
            overlapping(woven, () -> {}, () -> {}, shared);
            return null;
          },
          "2026");

      assertThat(unprotected()).isEmpty();
      assertThat(reasons()).hasSize(2);
    }

    @Test
    void commitsNeitherOfTwoOpenCallsThatAssignTheSameFieldOfTheirObject() {
      Counter counter = new Counter();

      inRun(
          woven ->
              overlapping(
                  body -> woven.stageOf(counter, Woven.method(Counter.class, "left"), body),
                  counter::left,
                  body -> woven.stageOf(counter, Woven.method(Counter.class, "left"), body),
                  counter::left));

      assertThat(unprotected()).hasSize(2).allMatch(reason -> reason.contains("left"));
    }

    @Test
    void commitsBothOfTwoOpenCallsThatAssignDifferentFieldsOfTheirObject() {
      Counter counter = new Counter();

      inRun(
          woven ->
              overlapping(
                  body -> woven.stageOf(counter, Woven.method(Counter.class, "left"), body),
                  counter::left,
                  body -> woven.stageOf(counter, Woven.method(Counter.class, "right"), body),
                  counter::right));

      assertThat(unprotected()).isEmpty();
      assertThat(reasons()).hasSize(2);
    }

    private void inRun(Consumer<Woven> body) {
      Woven woven = process();
      Callable<Object> pipeline =
          () -> {
            body.accept(woven);
            return "done";
          };
      woven.pipeline(NIGHTLY, pipeline, "2026");
    }

    private void overlapping(Woven woven, Runnable one, Runnable other, Context shared) {
      overlapping(
          body -> woven.stage(PARSE, body, shared),
          one,
          body -> woven.stage(LINK, body, shared),
          other);
    }

    private void overlapping(
        Consumer<Runnable> oneStage,
        Runnable oneBody,
        Consumer<Runnable> otherStage,
        Runnable otherBody) {
      CountDownLatch bothOpen = new CountDownLatch(2);
      CompletableFuture<Void> thread =
          CompletableFuture.runAsync(
              () -> oneStage.accept(() -> meet(bothOpen, oneBody)),
              task -> new Thread(task, "other").start());
      otherStage.accept(() -> meet(bothOpen, otherBody));
      thread.join();
    }

    private void meet(CountDownLatch bothOpen, Runnable body) {
      bothOpen.countDown();
      try {
        bothOpen.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      synchronized (bothOpen) {
        body.run();
      }
    }
  }

  @Test
  void runsAStageOutsideAnyRunUnprotected() {
    Woven woven = process();
    Context context = new Context();

    woven.stage(PARSE, () -> parse(context), context);

    assertThat(context.total).isEqualTo(1);
    assertThat(events).singleElement().isInstanceOf(CairnEvent.Warning.class);
  }

  @Test
  void treatsAPipelineInsideARunAsAStageOfIt() {
    Woven first = process();
    Callable<Object> body =
        () -> {
          first.pipeline(
              Woven.pipeline("inner", OnComplete.START_NEW, "n"), executed::incrementAndGet, 5);
          throw new Broken();
        };
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, body, "2026")).isInstanceOf(Broken.class);

    assertThatThrownBy(() -> first.pipeline(NIGHTLY, body, "2026")).isInstanceOf(Broken.class);

    assertThat(restoredStages()).containsExactly("inner");
    assertThat(executed).hasValue(1);
  }
}
