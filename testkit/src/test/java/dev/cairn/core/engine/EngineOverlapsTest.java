package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.WatchedStorage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  @Test
  void doesNotRestoreOverWhatChangedWhileTheRecordWasRead() {
    Context shared = changedWhileItsRecordWasRead();

    assertThat(shared.total).isEqualTo(101);
    assertThat(restoredStages()).isEmpty();
    assertThat(warnings()).anyMatch(text -> text.contains("ctx changed while its record was read"));
  }

  @Test
  void doesNotCommitACallWhoseInputsChangedBeforeItWasOpen() {
    Context shared = changedWhileItsRecordWasRead();

    assertThat(shared.total).isEqualTo(101);
    assertThat(unprotected()).singleElement().asString().contains("ctx changed while link");
  }

  /** What a stage works on that has a record, and another stage changed it as that was read. */
  private Context changedWhileItsRecordWasRead() {
    Context first = new Context();
    failAfter(first, woven -> woven.stage(PARSE, () -> parse(first), first));
    Context shared = new Context();
    Reading reading = new Reading(storage);
    Woven woven = process(USUAL, reading);
    reading.meanwhile = () -> elsewhere(() -> woven.stage(LINK, () -> shared.total = 100, shared));

    woven.pipeline(
        NIGHTLY,
        () -> {
          reading.armed = true;
          woven.stage(PARSE, () -> parse(shared), shared);
          return null;
        },
        "2026");
    return shared;
  }

  /** A run that recorded what the body did, and then failed. */
  private void failAfter(Context context, Consumer<Woven> body) {
    Woven woven = process();
    assertThatThrownBy(
            () ->
                woven.pipeline(
                    NIGHTLY,
                    () -> {
                      body.accept(woven);
                      throw new Broken();
                    },
                    "2026"))
        .isInstanceOf(Broken.class);
    assertThat(context.total).isEqualTo(1);
    events.clear();
    executed.set(0);
  }

  private static void elsewhere(Runnable body) {
    CompletableFuture.runAsync(body, task -> new Thread(task, "elsewhere").start()).join();
  }

  private List<String> warnings() {
    return events.stream()
        .filter(Warning.class::isInstance)
        .map(event -> ((Warning) event).text())
        .toList();
  }

  /** Lets something happen while the first payload is read. */
  private static final class Reading extends WatchedStorage {
    private Runnable meanwhile = () -> {};
    private volatile boolean armed;

    Reading(Storage storage) {
      super(storage);
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      if (armed && task.startsWith("get ")) {
        armed = false;
        meanwhile.run();
      }
      return call.get();
    }
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
