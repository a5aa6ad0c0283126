package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EngineOverlapsTest extends EngineHarness {
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
