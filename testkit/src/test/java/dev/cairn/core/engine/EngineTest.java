package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest extends EngineHarness {
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
  void tellsHowFarASaveAndARestoreAre() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, manyParts(first, true), "2026"))
        .isInstanceOf(Broken.class);
    Finished saving = finished.remove(0);
    Woven second = process();

    second.pipeline(NIGHTLY, manyParts(second, false), "2026");

    Finished restoring = finished.get(0);
    assertThat(saving.task().doing() + " " + saving.task().what()).isEqualTo("saving parse");
    assertThat(saving.done()).isBetween(4000L, 5000L);
    assertThat(restoring.task().doing() + " " + restoring.task().what())
        .isEqualTo("restoring parse");
    assertThat(restoring.task().total()).isGreaterThan(4000L);
    assertThat(restoring.done()).isGreaterThan(restoring.task().total() / 2);
  }

  private static Callable<Integer> manyParts(Woven woven, boolean failing) {
    return () -> {
      List<List<Integer>> parts = new ArrayList<>();
      woven.stage(
          PARSE,
          () -> IntStream.range(0, 5000).forEach(i -> parts.add(new ArrayList<>(List.of(i)))),
          parts);
      if (failing) {
        throw new Broken();
      }
      return parts.size();
    };
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
            "memory",
            false);
    Woven second = process(fresh, storage);

    second.pipeline(NIGHTLY, twoStages(second, false), "2026");

    assertThat(restoredStages()).isEmpty();
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
