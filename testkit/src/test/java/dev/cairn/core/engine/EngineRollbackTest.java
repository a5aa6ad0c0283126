package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.event.CairnEvent.CallFailed;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import dev.cairn.testkit.WatchedStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Inputs that are put back, also around stages inside stages, and what that means for records. */
class EngineRollbackTest extends EngineHarness {
  private static final StageDefinition FETCH = Woven.stage("fetch", "ctx");
  private static final StageDefinition ASK = Woven.stage("ask", "ctx");
  private static final StageDefinition STORE = Woven.stage("store", "ctx");
  private static final StageDefinition OUTER = Woven.stage("outer", retrying(1), "ctx");
  private static final StageDefinition UNDONE =
      Woven.stage(
          "undone", new StagePolicy(CodeChangePolicy.RERUN, "", false, true, Retries.NONE), "ctx");

  /** What the world answers: another number each time it is asked. */
  private final List<Integer> asked = new ArrayList<>();

  private volatile boolean full;

  private static StagePolicy retrying(int limit) {
    return new StagePolicy(
        CodeChangePolicy.RERUN, "", false, false, new Retries(limit, Duration.ofMillis(1)));
  }

  private void fetch(Woven woven, Context context) {
    woven.stage(
        FETCH,
        () -> {
          asked.add(asked.size());
          context.total = asked.size();
        },
        context);
  }

  private void run(Woven woven, Callable<Context> body) {
    woven.pipeline(NIGHTLY, body, "2026");
  }

  @Test
  void aTryThatWasUndoneLeavesNoRecordsToTheNextAttempt() {
    Context first = new Context();
    Woven crashing = process();
    assertThatThrownBy(
            () ->
                run(
                    crashing,
                    () -> {
                      int[] tries = {0};
                      crashing.stage(
                          OUTER,
                          () -> {
                            fetch(crashing, first);
                            failOnce(tries);
                            crash();
                          },
                          first);
                      return first;
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(resumed().total).isEqualTo(2);
    assertThat(asked).hasSize(2);
  }

  /** The process dies right behind the try, before anything else is recorded. */
  @Test
  void noRecordOfAnUndoneTryOutlivesIt() {
    Context first = new Context();
    Woven crashing = process();
    int[] tries = {0};
    assertThatThrownBy(
            () ->
                run(
                    crashing,
                    () -> {
                      crashing.stage(
                          OUTER,
                          () -> {
                            crashOnSecond(tries);
                            fetch(crashing, first);
                            throw new Broken();
                          },
                          first);
                      return first;
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(resumed().total).isEqualTo(2);
    assertThat(asked).hasSize(2);
  }

  /** What the next attempt has in the end, in which nothing fails. */
  private Context resumed() {
    Woven resumed = process();
    Context context = new Context();
    run(
        resumed,
        () -> {
          resumed.stage(OUTER, () -> fetch(resumed, context), context);
          return context;
        });
    return context;
  }

  private static void crashOnSecond(int[] tries) {
    tries[0]++;
    if (tries[0] == 2) {
      crash();
    }
  }

  /** Else a later attempt might use what the first try recorded. */
  @Test
  void aStageIsNotTriedAgainWhereThatCannotBeRecorded() {
    Woven woven = process(USUAL, new FullOnceFailed());
    Context context = new Context();

    assertThatThrownBy(
            () ->
                run(
                    woven,
                    () -> {
                      woven.stage(
                          OUTER,
                          () -> {
                            fetch(woven, context);
                            full = true;
                            throw new Broken();
                          },
                          context);
                      return context;
                    }))
        .isInstanceOf(Broken.class);

    assertThat(context.total).isZero();
    assertThat(asked).containsExactly(0);
    assertThat(consequences())
        .singleElement()
        .asString()
        .contains("NOT tried again: Cannot putIfAbsent");
  }

  @Test
  void whatFollowedARecordThatServedAnUndoneTryRunsAgain() {
    Woven crashing = process();
    assertThatThrownBy(
            () -> run(crashing, () -> outer(crashing, () -> {}, EngineRollbackTest::crash)))
        .isInstanceOf(OutOfMemoryError.class);
    Woven resumed = process();
    int[] tries = {0};
    List<Context> results = new ArrayList<>();

    run(
        resumed,
        () -> {
          results.add(outer(resumed, () -> failOnce(tries), () -> {}));
          return results.get(0);
        });

    assertThat(asked).hasSize(2);
    assertThat(results.get(0).lines).containsExactly("stored after 2");
    assertThat(restoredStages()).containsExactly("outer > ask");
  }

  private static void crash() {
    throw new OutOfMemoryError("crash");
  }

  private static void failOnce(int[] tries) {
    tries[0]++;
    if (tries[0] == 1) {
      throw new Broken();
    }
  }

  /** Asks the world without trace in the heap, and then stores what depends on it. */
  private Context outer(Woven woven, Runnable between, Runnable end) {
    Context context = new Context();
    woven.stage(
        OUTER,
        () -> {
          woven.stage(ASK, () -> asked.add(asked.size()), context);
          between.run();
          woven.stage(STORE, () -> context.lines.add("stored after " + asked.size()), context);
          end.run();
        },
        context);
    return context;
  }

  @Test
  void tellsByPathWhatWasDiscarded() {
    Woven woven = process();
    Context context = new Context();

    assertThatThrownBy(
            () ->
                run(
                    woven,
                    () -> {
                      woven.stage(
                          UNDONE,
                          () -> {
                            parse(context);
                            throw new Broken();
                          },
                          context);
                      return context;
                    }))
        .isInstanceOf(Broken.class);

    assertThat(context.lines).isEmpty();
    assertThat(consequences()).singleElement().asString().contains("(discarded: ctx, ctx.lines)");
  }

  @Test
  void doesNotPutInputsBackUnderTheFeetOfACallThatIsStillRunning() throws Exception {
    Woven woven = process();
    Context context = new Context();
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();

    assertThatThrownBy(
            () ->
                run(
                    woven,
                    () -> {
                      woven.stage(
                          UNDONE,
                          () -> {
                            threads.add(startedInside(woven, context, mayEnd));
                            parse(context);
                            throw new Broken();
                          },
                          context);
                      return context;
                    }))
        .isInstanceOf(Broken.class);
    mayEnd.countDown();
    threads.get(0).join();

    assertThat(context.lines).containsExactly("parsed");
    assertThat(warnings()).singleElement().asString().contains("are NOT put back");
  }

  /** A thread with a stage that goes on until it may end. */
  private static Thread startedInside(Woven woven, Context context, CountDownLatch mayEnd) {
    CountDownLatch began = new CountDownLatch(1);
    Runnable body =
        () -> {
          began.countDown();
          await(mayEnd);
        };
    Runnable inside = woven.handedOver(() -> woven.stage(FETCH, body, context));
    Thread thread = new Thread(inside, "inside");
    thread.start();
    await(began);
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLineOfAnUnprotectedCallSaysThatThereIsNoWayBackEither() {
    Woven woven = process();

    run(
        woven,
        () -> {
          woven.stage(OUTER, () -> {}, new Scanner("position"));
          woven.stage(FETCH, () -> {}, new Scanner("position"));
          return new Context();
        });
    woven.stage(OUTER, () -> {}, new Context());

    assertThat(unprotected())
        .satisfiesExactly(
            outer ->
                assertThat(outer)
                    .contains("is a reader")
                    .endsWith("its inputs are not put back and it is not tried again"),
            fetch -> assertThat(fetch).doesNotContain("put back and"));
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("stage outer is NOT protected")
        .endsWith("its inputs are not put back and it is not tried again");
  }

  /** Takes nothing once the disk is said to be full. */
  private final class FullOnceFailed extends WatchedStorage {
    FullOnceFailed() {
      super(storage);
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      if (full) {
        throw StoreException.rejected(task, "Cannot " + task + ": the disk is full", null);
      }
      return call.get();
    }
  }

  private List<String> consequences() {
    return events.stream()
        .filter(CallFailed.class::isInstance)
        .map(event -> ((CallFailed) event).consequence())
        .toList();
  }

  private List<String> warnings() {
    return events.stream()
        .filter(Warning.class::isInstance)
        .map(event -> ((Warning) event).text())
        .toList();
  }
}
