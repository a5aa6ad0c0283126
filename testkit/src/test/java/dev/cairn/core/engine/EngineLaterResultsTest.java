package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Stages that return before their result is there. */
class EngineLaterResultsTest extends EngineHarness {
  private static final StageDefinition ASK = Woven.stage("ask", "ctx");

  private final CompletableFuture<List<String>> answer = new CompletableFuture<>();

  private CompletableFuture<List<String>> ask(Woven woven, Object context) {
    return woven.stage(
        ASK,
        () -> {
          executed.incrementAndGet();
          return answer;
        },
        context);
  }

  /** Asks, lets the answer come, and leaves the run unfinished. */
  private void askAndBreakOff(Woven woven, Runnable before) {
    assertThatThrownBy(
            () ->
                woven.pipeline(
                    NIGHTLY,
                    () -> {
                      Context context = new Context();
                      CompletableFuture<List<String>> unused = ask(woven, context);
                      before.run();
                      throw new Broken();
                    },
                    "today"))
        .isInstanceOf(Broken.class);
  }

  @Test
  void theResultIsRestoredAndTheStageIsNotAskedAgain() {
    askAndBreakOff(process(), () -> answer.complete(new ArrayList<>(List.of("yes"))));

    Woven second = process();
    List<String> restored =
        second.pipeline(NIGHTLY, () -> ask(second, new Context()).getNow(List.of()), "today");

    assertThat(restored).containsExactly("yes");
    assertThat(executed).hasValue(1);
    assertThat(restoredStages()).containsExactly("ask");
  }

  @Test
  void nobodyIsToldTheResultBeforeItIsRecorded() {
    Woven woven = process();
    List<Boolean> recordedThen = new ArrayList<>();

    woven.pipeline(
        NIGHTLY,
        () -> {
          CompletionStage<List<String>> asked = ask(woven, new Context());
          asked.thenAccept(value -> recordedThen.add(isRecorded()));
          assertThat(isRecorded()).isFalse();
          answer.complete(List.of("yes"));
          return null;
        },
        "today");

    assertThat(recordedThen).containsExactly(true);
  }

  private boolean isRecorded() {
    return events.stream().anyMatch(CallExecuted.class::isInstance);
  }

  @Test
  void whatIsThereAlreadyIsReturnedItself() {
    Woven woven = process();
    answer.complete(List.of("yes"));

    CompletableFuture<List<String>> returned =
        woven.pipeline(NIGHTLY, () -> ask(woven, new Context()), "today");

    assertThat(returned).isSameAs(answer);
    assertThat(isRecorded()).isTrue();
  }

  @Test
  void whereItsInputsChangedMeanwhileItIsNotRecorded() {
    Woven woven = process();
    woven.pipeline(
        NIGHTLY,
        () -> {
          Context context = new Context();
          CompletableFuture<List<String>> unused = ask(woven, context);
          context.lines.add("changed meanwhile");
          answer.complete(List.of("yes"));
          return null;
        },
        "today");

    assertThat(unprotected()).singleElement().asString().contains("inputs changed before");
    assertThat(isRecorded()).isFalse();
  }

  @Test
  void aFailureIsThatOfTheStagesOwnAndIsNotRecorded() {
    Woven woven = process();
    Broken failure = new Broken();

    CompletableFuture<List<String>> returned =
        woven.pipeline(NIGHTLY, () -> ask(woven, new Context()), "today");
    answer.completeExceptionally(failure);

    assertThatThrownBy(returned::join).isInstanceOf(CompletionException.class).hasCause(failure);
    assertThat(isRecorded()).isFalse();
  }

  @Test
  void aCallerThatCancelsCancelsTheStagesOwn() {
    Woven woven = process();
    CompletableFuture<List<String>> returned =
        woven.pipeline(NIGHTLY, () -> ask(woven, new Context()), "today");

    returned.cancel(true);

    assertThat(answer).isCancelled();
  }

  @Test
  void aStageThatNeverCameToItsResultIsAskedAgain() {
    askAndBreakOff(process(), () -> {});

    Woven second = process();
    second.pipeline(NIGHTLY, () -> ask(second, new Context()), "today");

    assertThat(executed).hasValue(2);
    assertThat(restoredStages()).isEmpty();
  }

  @Test
  void stagesInsideBelongToItUntilItsResultIsThere() {
    Woven woven = process();
    woven.pipeline(
        NIGHTLY,
        () -> {
          List<Runnable> later = new ArrayList<>();
          woven.stage(
              ASK,
              () -> {
                later.add(woven.handedOver(() -> woven.stage(PARSE, () -> {}, new Context())));
                return answer;
              },
              new Context());
          later.get(0).run();
          answer.complete(List.of("yes"));
          return null;
        },
        "today");

    assertThat(
            events.stream()
                .filter(CallExecuted.class::isInstance)
                .map(event -> ((CallExecuted) event).checkpoint().call().path().toString()))
        .containsExactly("ask > parse", "ask");
  }

  @Test
  void aTypeThatCannotBeMadeIsReturnedAsItIsAndNotProtected() {
    StageDefinition special =
        new StageDefinition(
            new StageId(
                Woven.class.getName(),
                "special",
                "()L" + Special.class.getName().replace('.', '/') + ";"),
            "special",
            List.of(),
            StagePolicy.DEFAULT);
    Woven woven = process();
    Special promise = new Special();

    Object returned = woven.pipeline(NIGHTLY, () -> woven.stage(special, () -> promise), "today");

    assertThat(returned).isSameAs(promise);
    assertThat(unprotected()).singleElement().asString().contains("CompletionStage");
  }

  /** A library's own. */
  static final class Special extends CompletableFuture<String> {}
}
